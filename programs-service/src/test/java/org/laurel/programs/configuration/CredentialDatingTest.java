package org.laurel.programs.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.laurel.programs.Story.at;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.programs.Story;
import org.laurel.programs.credential.db.DatedCredentials;

/** Credentials follow the dates of their runs. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CredentialDatingTest {

    private static final String CREDENTIALS = "laurel.program-credentials";
    private static final String COURSE = "org.laurel.course-credential.awarded.v1";
    private static final String PROGRAM = "org.laurel.program-credential.awarded.v1";

    private KafkaProbe probe;

    @BeforeEach
    void open() {
        probe = KafkaProbe.fromNow(CREDENTIALS);
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void aMovedDateMovesTheCredentialsOfTheRunAndTheProgramsThatFollow() {
        // Given
        Story story = new Story("credmove");
        RunEvents run = new RunEvents(story.course("A"));
        story.put(1, List.of(List.of("A"))).statusCode(201);
        probe.sendAll(List.of(run.modes(1, "verified"), story.certificate("A", 1, "downloadable", 10)));
        story.awaitCredentials("awarded", 2);

        // When
        probe.send(run.dateChanged(20, "end_with_date", at(5000), null));

        // Then
        List<ReceivedEvent> events = probe.awaitEvents(CREDENTIALS, 4, story::isAbout);
        assertThat(events)
                .extracting(ReceivedEvent::type, CredentialDatingTest::version, CredentialDatingTest::availableAt)
                .containsExactly(
                        tuple(COURSE, 1, at(10)),
                        tuple(PROGRAM, 1, at(10)),
                        tuple(COURSE, 2, at(5000)),
                        tuple(PROGRAM, 2, at(5000)));
    }

    /** In the year 9999 on the only run: neither the course credential nor the program's shows. */
    @Test
    void aDateThatStaffSetHidesAndTakingItAwayShows() {
        // Given
        Story story = new Story("credhide");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        probe.send(story.certificate("A", 1, "downloadable", 10));
        story.awaitCredentials("awarded", 2);

        // When
        configure(story, "\"9999-01-01T00:00:00Z\"");
        awaitVisible(story, 0);
        configure(story, "null");

        // Then
        awaitVisible(story, 2);
    }

    /** A certificate that tells no date goes by the run's configuration, which was there before. */
    @Test
    void aCertificateWithoutADateTakesTheConfigurations() {
        // Given
        Story story = new Story("crednodate");
        configure(story, "\"9999-01-01T00:00:00Z\"");

        // When
        probe.send(story.certificate("A", 1, "downloadable", "verified", 10, null));
        story.awaitCredentials("awarded", 1);

        // Then
        assertThat(story.credentials("only_visible", "true").getInt("count")).isZero();
    }

    /** A restated date is no change of any credential. */
    @Test
    void nobodyIsToldOfADateThatIsTheSame() {
        // Given
        Story story = new Story("credsame");
        RunEvents run = new RunEvents(story.course("A"));
        probe.sendAll(List.of(
                run.modes(1, "verified"),
                story.certificate("A", 1, "downloadable", "verified", 10, at(5000)),
                run.dateChanged(20, "end_with_date", at(5000), null)));
        story.awaitCredentials("awarded", 1);
        awaitDated(story, at(20));

        // When
        probe.send(run.dateChanged(30, "end_with_date", at(6000), null));

        // Then
        assertThat(probe.awaitEvents(CREDENTIALS, 2, story::isAbout))
                .extracting(CredentialDatingTest::version, CredentialDatingTest::availableAt)
                .containsExactly(tuple(1, at(5000)), tuple(2, at(6000)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anyOrderEndsAtTheSameDates(long seed) {
        // Given
        Story story = new Story("credorder" + seed);
        RunEvents run = new RunEvents(story.course("A"));
        story.put(1, List.of(List.of("A"), List.of("B"))).statusCode(201);
        List<PlatformEvent> events = new ArrayList<>(List.of(
                run.modes(1, "audit", "verified"),
                story.certificate("A", 1, "downloadable", "verified", 10, at(3000)),
                run.dateChanged(20, "end_with_date", at(4000), null),
                story.certificate("A", 2, "downloadable", "verified", 30, at(5000)),
                run.dateChanged(40, "end_with_date", at(6000), null),
                story.certificate("B", 1, "downloadable", "verified", 15, at(2000))));
        events.addAll(events.stream()
                .map(event -> event.withId(event.id() + "-again"))
                .toList());
        Collections.shuffle(events, new Random(seed));

        // When
        events.forEach(probe::send);

        // Then
        awaitDates(story, at(6000), at(2000), at(6000));
    }

    /** A date that is told again with the run is older than what the certificate has said since it was first told. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aDateThatIsToldAgainIsNoNewerWord(long seed) {
        // Given
        Story story = new Story("credagain" + seed);
        RunEvents run = new RunEvents(story.course("A"));
        List<PlatformEvent> events = new ArrayList<>(List.of(
                run.modes(1, "audit", "verified"),
                run.dateChanged(20, "end_with_date", at(4000), null),
                story.certificate("A", 1, "downloadable", "verified", 30, at(5000)),
                run.dateChanged(40, "end_with_date", at(4000), null),
                run.changed(40, 7, false, at(4000))));
        Collections.shuffle(events, new Random(seed));

        // When
        events.forEach(probe::send);

        // Then
        awaitDated(story, at(20));
        awaitDates(story, at(5000));
    }

    @Test
    void onlyThoseAreDatedAnewOfWhomAWordSaysAnotherDate() {
        // Given
        Story story = new Story("creddiffer");
        RunEvents run = new RunEvents(story.course("A"));
        probe.sendAll(List.of(
                run.modes(1, "verified"),
                run.dateChanged(5, "end_with_date", at(5000), null),
                story.certificate("A", 1, "downloadable", "verified", 10, at(5000))));
        story.awaitCredentials("awarded", 1);
        awaitDated(story, at(5));
        List<LearnerId> same = holders(story);

        // When
        configure(story, "\"2031-01-01T00:00:00Z\"");

        // Then
        assertThat(same).isEmpty();
        assertThat(holders(story)).containsExactly(new LearnerId(story.learnerId()));
    }

    private static List<LearnerId> holders(Story story) {
        return CDI.current().select(DatedCredentials.class).get().holders(new CourseKey(story.course("A")), "", 100);
    }

    private static int version(ReceivedEvent event) {
        return event.body().path("version").asInt();
    }

    private static @Nullable Instant availableAt(ReceivedEvent event) {
        JsonNode date = event.body().path("available_at");
        return date.isNull() ? null : Instant.parse(date.asText());
    }

    private static void configure(Story story, String date) {
        StaffCalls.post("/api/v2/course_certificates/", """
                        {"course_id": "%s", "certificate_type": "verified", "certificate_available_date": %s,
                         "is_active": true}""".formatted(story.course("A"), date))
                .statusCode(201);
    }

    private static void awaitVisible(Story story, int count) {
        await(count + " visible")
                .atMost(KafkaProbe.PATIENCE)
                .untilAsserted(() -> assertThat(
                                story.credentials("only_visible", "true").getInt("count"))
                        .isEqualTo(count));
    }

    private static void awaitDated(Story story, Instant at) {
        await("configuration dated at " + at)
                .atMost(KafkaProbe.PATIENCE)
                .untilAsserted(() -> assertThat(Database.current()
                                .query(
                                        "select 1 from course_certificate where course_key = ? and dated_at = ?::timestamptz",
                                        story.course("A"),
                                        at.toString()))
                        .hasSize(1));
    }

    private static void awaitDates(Story story, Instant... dates) {
        List<String> expected = List.of(dates).stream().map(Instant::toString).toList();
        await("dates of " + story.word()).atMost(KafkaProbe.PATIENCE).untilAsserted(() -> {
            List<String> found = new ArrayList<>();
            Database.current()
                    .query("""
                            select to_char(available_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as d from (
                                select available_at, 1 as n, course_key as k from course_credential where learner_id = ?
                                union all
                                select available_at, 2, '' from program_credential where learner_id = ?) c order by n, k
                            """, story.learnerId(), story.learnerId())
                    .forEach(row -> found.add(String.valueOf(row.get("d"))));
            assertThat(found).isEqualTo(expected);
            assertThat(Database.current()
                            .query(
                                    "select 1 from job where subject = ? and state in ('waiting', 'running')",
                                    story.course("A")))
                    .isEmpty();
        });
    }
}
