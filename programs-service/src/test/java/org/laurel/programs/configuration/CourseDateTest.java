package org.laurel.programs.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.laurel.programs.Story.at;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.ExpectedVersion;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.programs.Story;
import org.laurel.programs.configuration.app.CourseConfiguring;
import org.laurel.programs.configuration.domain.CertificateType;
import org.laurel.programs.configuration.domain.ConfigureCourse;
import org.laurel.programs.configuration.domain.Member;

/** The date of a run's configuration follows what others tell of the run. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CourseDateTest {

    @Inject
    MeterRegistry metrics;

    private KafkaProbe probe;

    @BeforeEach
    void open() {
        probe = KafkaProbe.fromNow("laurel.courses");
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void theOnlyModeThatIsCertifiedGetsTheDate() {
        // Given
        RunEvents run = run("datemove");

        // When
        probe.sendAll(
                List.of(run.modes(1, "audit", "verified"), run.dateChanged(10, "end_with_date", at(5000), at(4000))));

        // Then
        awaitDate(run, at(5000).toString());
        assertThat(configurations(run))
                .extracting(row -> row.get("certificate_type"), row -> row.get("is_active"))
                .containsExactly(tuple("verified", true));
    }

    @Test
    void ofAllThatWasToldTheLastChangeIsKept() {
        // Given
        RunEvents run = run("datepast");

        List<PlatformEvent> events = List.of(
                run.dateChanged(10, "end_with_date", at(5000), null),
                run.dateChanged(20, "end_with_date", at(6000), null),
                run.dateChanged(30, "end_with_date", at(6000), null),
                run.dateChanged(40, "end_with_date", at(7000), null),
                run.dateChanged(5, "end_with_date", at(8000), null));

        // When
        events.forEach(probe::send);

        // Then
        awaitHandled(events);
        assertThat(Database.current()
                        .query(
                                "select dated_at from course_date_told where course_key = ? order by dated_at",
                                run.courseKey()))
                .extracting(row -> row.get("dated_at"))
                .containsExactly(Timestamp.from(at(30)), Timestamp.from(at(40)));
    }

    @Test
    void aDateFindsItsConfigurationOnceTheModesAreKnown() {
        // Given
        RunEvents run = run("datewaits");
        probe.send(run.dateChanged(10, "end", null, at(4000)));
        awaitDone(run);
        List<Map<String, @Nullable Object>> before = configurations(run);

        // When
        probe.send(run.modes(1, "honor"));

        // Then
        awaitDate(run, at(4000).toString());
        assertThat(before).isEmpty();
    }

    @Test
    void severalModesLeaveEverythingAsItIs() {
        // Given
        RunEvents run = run("datestays");
        double before = undecided();

        // When
        probe.sendAll(List.of(run.modes(1, "verified", "professional"), run.dateChanged(10, "end", null, at(4000))));

        // Then
        await().atMost(KafkaProbe.PATIENCE)
                .untilAsserted(() -> assertThat(undecided()).isGreaterThan(before));
        assertThat(configurations(run)).isEmpty();
    }

    @Test
    void aRunAtTheLearnersOwnPaceHasNoDate() {
        // Given
        RunEvents run = run("datepace");
        probe.sendAll(List.of(run.modes(1, "verified"), run.dateChanged(10, "end_with_date", at(5000), null)));
        awaitDate(run, at(5000).toString());

        // When
        probe.send(run.changed(20, 2, true, at(5000)));

        // Then
        awaitDate(run, null);
    }

    @Test
    void whatStaffHaveSetSinceStays() {
        // Given
        RunEvents run = run("datestaff");
        StaffCalls.post("/api/v2/course_certificates/", """
                        {"course_id": "%s", "certificate_type": "verified",
                         "certificate_available_date": "2031-01-01T00:00:00Z", "is_active": true}
                        """.formatted(run.courseKey()))
                .statusCode(201);

        // When
        probe.sendAll(List.of(run.modes(1, "verified"), run.dateChanged(10, "end", null, at(4000))));
        awaitDone(run);

        // Then
        assertThat(date(run)).isEqualTo("2031-01-01T00:00:00Z");
    }

    /** A run is told anew with whatever changes of it; what staff have set is only for another date to overrule. */
    @Test
    void aRunThatIsToldAnewWithItsDateChangesNothing() {
        // Given
        RunEvents run = run("dateagain");
        probe.sendAll(List.of(run.modes(1, "verified"), run.changed(10, 1, false, at(5000))));
        awaitDate(run, at(5000).toString());
        setByStaff(run, 15, at(7000));
        awaitDone(run);
        long jobs = jobs(run);
        List<PlatformEvent> again =
                List.of(run.changed(20, 2, false, at(5000)), run.dateChanged(10, "end_with_date", at(5000), null));

        // When
        probe.sendAll(again);
        awaitHandled(again);

        // Then
        assertThat(jobs(run)).isEqualTo(jobs);
        assertThat(date(run)).isEqualTo(at(7000).toString());
        assertThat(configurations(run)).extracting(row -> row.get("is_active")).containsExactly(false);
    }

    /** Business time decides; order and repetition make no difference. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anyOrderEndsAtTheSameDate(long seed) {
        // Given
        RunEvents run = run("dateorder" + seed);
        List<PlatformEvent> events = new ArrayList<>(List.of(
                run.modes(1, "verified"),
                run.dateChanged(10, "end_with_date", at(5000), null),
                run.changed(20, 3, false, at(6000)),
                run.dateChanged(20, "end_with_date", at(6000), null),
                run.changed(15, 2, true, at(5500)),
                run.dateChanged(5, "early_no_info", at(5000), null)));
        events.addAll(events.stream()
                .map(event -> event.withId(event.id() + "-again"))
                .toList());
        Collections.shuffle(events, new Random(seed));

        // When
        events.forEach(probe::send);
        awaitHandled(events);
        awaitDone(run);

        // Then
        assertThat(date(run)).isEqualTo(at(6000).toString());
    }

    private double undecided() {
        return metrics.counter("laurel.course.date.undecided").count();
    }

    /** At a time of the story, unlike by a request. */
    private static void setByStaff(RunEvents run, int minute, Instant date) {
        CDI.current()
                .select(CourseConfiguring.class)
                .get()
                .apply(List.of(new ConfigureCourse(
                        new CourseKey(run.courseKey()),
                        CertificateType.VERIFIED,
                        false,
                        Member.of(date),
                        true,
                        new ExpectedVersion.Whatever(),
                        at(minute),
                        Cause.of("staff", "dateagain"))));
    }

    private static long jobs(RunEvents run) {
        return Long.parseLong(Database.current()
                .value("select count(*) from job where kind = 'course-dating' and subject = ?", run.courseKey()));
    }

    private static RunEvents run(String word) {
        return new RunEvents(new Story(word).course("A"));
    }

    private static void awaitDate(RunEvents run, @Nullable String date) {
        await("date of " + run.courseKey()).atMost(KafkaProbe.PATIENCE).untilAsserted(() -> {
            assertThat(configurations(run)).hasSize(1);
            assertThat(date(run)).isEqualTo(date);
        });
    }

    private static void awaitHandled(List<PlatformEvent> events) {
        String[] ids = events.stream().map(PlatformEvent::id).toArray(String[]::new);
        await("all events handled")
                .atMost(KafkaProbe.PATIENCE)
                .untilAsserted(() -> assertThat(Database.current()
                                .query(
                                        "select 1 from inbox where event_id = any(string_to_array(?, ','))",
                                        String.join(",", ids)))
                        .hasSize(ids.length));
    }

    /** Waits until the date was kept and nothing is left to be done about the run. */
    private static void awaitDone(RunEvents run) {
        await("jobs of " + run.courseKey()).atMost(KafkaProbe.PATIENCE).untilAsserted(() -> {
            assertThat(Database.current().query("select 1 from course_date where course_key = ?", run.courseKey()))
                    .isNotEmpty();
            assertThat(Database.current()
                            .query(
                                    "select 1 from job where kind = 'course-dating' and subject = ?"
                                            + " and state in ('waiting', 'running')",
                                    run.courseKey()))
                    .isEmpty();
        });
    }

    private static @Nullable String date(RunEvents run) {
        return StaffCalls.get("/api/v2/course_certificates/{id}/", run.courseKey())
                .statusCode(200)
                .extract()
                .path("certificate_available_date");
    }

    private static List<Map<String, @Nullable Object>> configurations(RunEvents run) {
        return Database.current().query("select * from course_certificate where course_key = ?", run.courseKey());
    }
}
