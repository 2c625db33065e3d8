package org.laurel.enrollment.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.ReceivedEvent;

/** Course runs as platforms tell them through Kafka, whole or member by member, in any order. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CourseRunSubmittedTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Scene scene = new Scene();

    @Test
    void takesTheUsualValuesForWhatAFirstFactDoesNotTell() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.COURSES)) {
            // Given
            PlatformEvent event = submitted(", \"display_name\": \"Intro\"", 0);

            // When
            probe.send(event);

            // Then
            ReceivedEvent told = told(probe, 1).getFirst();
            assertThat(told.type()).isEqualTo("org.laurel.course-run.changed.v1");
            assertThat(told.body().path("display_name").textValue()).isEqualTo("Intro");
            assertThat(told.body().path("org").textValue()).isEqualTo("Test");
            assertThat(told.body().path("html_certificates_enabled").booleanValue())
                    .isTrue();
            assertThat(told.body().path("certificates_display_behavior").textValue())
                    .isEqualTo("end");
            assertThat(told.body().path("version").intValue()).isEqualTo(1);
            assertThat(told.body().path("occurred_at").textValue()).isEqualTo(NOON.toString());
            assertThat(told.headers()).containsEntry("ce_causationid", event.id());
        }
    }

    @Test
    void leavesAbsentMembersAndClearsNullOnes() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.COURSES)) {
            // Given
            probe.send(submitted(", \"display_name\": \"Intro\", \"max_enrollments\": 5, \"self_paced\": true", 0));

            // When
            probe.send(submitted(", \"max_enrollments\": null", 1));

            // Then
            JsonNode last = told(probe, 2).getLast().body();
            assertThat(last.path("display_name").textValue()).isEqualTo("Intro");
            assertThat(last.path("self_paced").booleanValue()).isTrue();
            assertThat(last.path("max_enrollments").isNull()).isTrue();
        }
    }

    @Test
    void mergesLateFactsOfSingleMembersEachByItsOwnTime() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.COURSES)) {
            // Given
            probe.send(submitted(", \"display_name\": \"New\"", 9));
            probe.send(submitted(", \"display_name\": \"Old\", \"invitation_only\": true", 3));

            // When
            probe.send(submitted(", \"invitation_only\": false, \"mobile_available\": true", 1));

            // Then
            assertThat(told(probe, 3))
                    .extracting(
                            event -> event.body().path("display_name").textValue(),
                            event -> event.body().path("invitation_only").booleanValue(),
                            event -> event.body().path("mobile_available").booleanValue(),
                            event -> event.body().path("occurred_at").textValue())
                    .containsExactly(
                            tuple("New", false, false, at(9)),
                            tuple("New", true, false, at(9)),
                            tuple("New", true, true, at(9)));
        }
    }

    @Test
    void losesAgainstARequestThatReplacedTheWholeCourseRunLater() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.COURSES)) {
            // Given
            scene.putCourse("{\"display_name\": \"Asked\", \"occurred_at\": \"%s\"}".formatted(at(5)))
                    .statusCode(201);
            probe.send(submitted(", \"display_name\": \"Late\", \"is_ccx\": true", 4));

            // When
            probe.send(submitted(", \"self_paced\": true", 6));

            // Then
            JsonNode last = told(probe, 2).getLast().body();
            assertThat(last.path("display_name").textValue()).isEqualTo("Asked");
            assertThat(last.path("is_ccx").booleanValue()).isFalse();
            assertThat(last.path("self_paced").booleanValue()).isTrue();
        }
    }

    @Test
    void isOvertakenByARequestThatHoldsFromNowOnInAllMembers() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.COURSES)) {
            // Given
            probe.send(submitted(", \"display_name\": \"Told\", \"self_paced\": true", 0));
            told(probe, 1);

            // When
            scene.putCourse("{\"display_name\": \"Asked\"}").statusCode(200);

            // Then
            JsonNode last = told(probe, 2).getLast().body();
            assertThat(last.path("display_name").textValue()).isEqualTo("Asked");
            assertThat(last.path("self_paced").booleanValue()).isFalse();
        }
    }

    @Test
    void tellsNothingWhenNothingVisibleChanges() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.COURSES)) {
            // Given
            PlatformEvent first = submitted(", \"certificates_display_behavior\": \"end\"", 0);
            probe.sendAll(List.of(first, first));
            probe.send(submitted(", \"certificates_display_behavior\": \"end_with_date\"", 1));
            probe.send(submitted("", 2));

            // When
            probe.send(submitted(", \"org\": \"Other\"", 3));

            // Then
            assertThat(told(probe, 2))
                    .extracting(event -> event.body().path("version").intValue())
                    .containsExactly(1, 2);
        }
    }

    @Test
    void enrollsWhoWaitedForTheCourseRun() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            probe.send(scene.requested("ada", "audit", true, NOON, "Ada"));
            await().until(() -> Database.current()
                            .query("select from pending_enrollment where course_key = ?", scene.course())
                            .size()
                    == 1);

            // When
            probe.send(submitted(", \"display_name\": \"Intro\"", 0));

            // Then
            assertThat(scene.await(probe, Scene.ENROLLMENTS, "ada", 1)).hasSize(1);
        }
    }

    @Test
    void takesManyCourseRunsAtOnce() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.COURSES)) {
            // Given
            List<PlatformEvent> events = IntStream.range(0, 60)
                    .mapToObj(i -> CourseRequests.submitted(
                            scene.course() + i % 30,
                            ", \"display_name\": \"Run %d\"".formatted(i),
                            NOON.plusSeconds(i)))
                    .toList();

            // When
            probe.sendAll(events);

            // Then
            assertThat(probe.awaitEvents(
                            Scene.COURSES,
                            60,
                            event -> event.key() != null && event.key().startsWith(scene.course())))
                    .hasSize(60);
            assertThat(Database.current().query("select from course_run where course_key like ?", scene.course() + "%"))
                    .hasSize(30);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ", \"max_enrollments\": -1",
                ", \"max_enrollments\": 99999999999",
                ", \"start\": \"+10000-01-01T00:00:00Z\"",
                ", \"certificates_display_behavior\": \"sometimes\"",
                ", \"org\": \"\"",
                ", \"self_paced\": \"yes\"",
                ", \"display_name\": \"a\\u0000b\""
            })
    void parksACourseRunThatBreaksTheContract(String members) {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.COURSES)) {
            // Given
            PlatformEvent broken = submitted(members, 0);

            // When
            probe.send(broken);

            // Then
            await().untilAsserted(() -> assertThat(Database.current()
                            .query(
                                    "select code from parked_event where convert_from(record_key, 'UTF8') = ?",
                                    scene.course()))
                    .extracting(row -> row.get("code"))
                    .containsExactly("bad_body"));
            assertThat(Database.current().query("select from course_run where course_key = ?", scene.course()))
                    .isEmpty();
        }
    }

    private PlatformEvent submitted(String members, int second) {
        return CourseRequests.submitted(scene.course(), members, NOON.plusSeconds(second));
    }

    private static String at(int second) {
        return NOON.plusSeconds(second).toString();
    }

    private List<ReceivedEvent> told(KafkaProbe probe, int count) {
        return probe.awaitEvents(Scene.COURSES, count, event -> scene.course().equals(event.key()));
    }
}
