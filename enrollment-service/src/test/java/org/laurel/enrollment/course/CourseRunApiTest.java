package org.laurel.enrollment.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CourseRunApiTest {

    private static final String FULL = """
            {"display_name": "Intro", "org": "Test", "start": "2026-01-01T00:00:00Z", "end": "2026-06-01T00:00:00Z",
             "enrollment_start": "2025-12-01T00:00:00Z", "enrollment_end": "2026-05-01T00:00:00Z", "self_paced": true,
             "certificates_display_behavior": "end", "certificate_available_date": "2026-07-01T00:00:00Z",
             "certificates_show_before_end": false, "html_certificates_enabled": true, "invitation_only": false,
             "max_enrollments": 100, "mobile_available": true, "is_ccx": false}""";

    private final Scene scene = new Scene();

    @Test
    void publishesACourseRunCompleteAndNormalised() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.COURSES)) {
            // Given a course run whose display behavior and date go together as end_with_date

            // When
            scene.putCourse(FULL).statusCode(201);

            // Then
            ReceivedEvent event = await(probe, 1).getFirst();
            assertThat(event.type()).isEqualTo("org.laurel.course-run.changed.v1");
            assertThat(event.body().path("certificates_display_behavior").textValue())
                    .isEqualTo("end_with_date");
            assertThat(event.body().path("certificate_available_date").textValue())
                    .isEqualTo("2026-07-01T00:00:00Z");
            assertThat(event.body().path("max_enrollments").intValue()).isEqualTo(100);
            assertThat(event.body().path("mobile_available").booleanValue()).isTrue();
            assertThat(event.body().path("version").intValue()).isEqualTo(1);
        }
    }

    @Test
    void tellsNothingWhenTheCourseRunLooksTheSameFromOutside() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.COURSES)) {
            // Given
            scene.putCourse(FULL).statusCode(201);
            scene.putCourse(FULL).statusCode(200).body("version", equalTo(1));
            scene.putCourse(FULL.replace("\"end\",", "\"end_with_date\",")).statusCode(200);

            // When
            scene.putCourse(FULL.replace("Intro", "Introduction")).statusCode(200);

            // Then
            assertThat(await(probe, 2))
                    .extracting(event -> event.body().path("version").intValue())
                    .containsExactly(1, 2);
        }
    }

    @Test
    void keepsTheNewerOfTwoDatedSubmissions() {
        // Given
        scene.putCourse("{\"display_name\": \"New\", \"occurred_at\": \"2026-02-02T00:00:00Z\"}")
                .statusCode(201);

        // When
        scene.putCourse("{\"display_name\": \"Old\", \"occurred_at\": \"2026-01-01T00:00:00Z\"}")
                .statusCode(200);

        // Then
        Scene.get(Tokens.staff(), "/course-runs/" + scene.course())
                .statusCode(200)
                .body("display_name", equalTo("New"), "occurred_at", equalTo("2026-02-02T00:00:00Z"));
    }

    @Test
    void takesTheUsualValuesForWhatIsNotSent() {
        // Given
        scene.putCourse("{}").statusCode(201);

        // When
        var answer = Scene.get(scene.token("ada"), "/course-runs/" + scene.course());

        // Then
        answer.statusCode(200)
                .body(
                        "course_key", equalTo(scene.course()),
                        "org", equalTo("Test"),
                        "display_name", nullValue(),
                        "certificates_display_behavior", equalTo("end"),
                        "html_certificates_enabled", equalTo(true),
                        "self_paced", equalTo(false));
    }

    @Test
    void findsACourseRunByItsKeyHoweverThePathSpellsIt() {
        // Given
        scene.putCourse("{}").statusCode(201);
        String encoded = scene.course().replace("+", "%2B").replace(":", "%3A");
        String old = scene.course().replace("course-v1:", "").replace("+", "/");
        Scene.put("/course-runs/" + old, "{}").statusCode(201);

        // When
        var answers = List.of(
                Scene.get(Tokens.staff(), "/course-runs/" + encoded),
                Scene.get(Tokens.staff(), "/course-runs/" + old),
                Scene.get(Tokens.staff(), "/course-runs/" + old.replace("/", "%2F")));

        // Then
        assertThat(answers).extracting(answer -> answer.extract().statusCode()).containsOnly(200);
        assertThat(answers.get(2).extract().<String>path("course_key")).isEqualTo(old);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"max_enrollments\": -1}",
                "{\"start\": \"yesterday\"}",
                "{\"start\": \"+10000-01-01T00:00:00Z\"}",
                "{\"occurred_at\": \"2999-01-01T00:00:00Z\"}",
                "{\"course_key\": \"course-v1:Other+Course+Run\"}",
                "{\"org\": \"\"}"
            })
    void refusesACourseRunThatBreaksARule(String json) {
        // Given the JSON above

        // When
        var answer = scene.putCourse(json);

        // Then
        answer.statusCode(400).contentType("application/problem+json");
    }

    @Test
    void tellsUnknownFromMalformedCourseKeys() {
        // Given
        String unknown = "/course-runs/" + scene.course();

        // When
        var answer = Scene.get(Tokens.staff(), "/course-runs/no-key");

        // Then
        answer.statusCode(400);
        Scene.get(Tokens.staff(), unknown).statusCode(404);
    }

    @Test
    void keepsEveryVersionWithItsAuthor() {
        // Given
        scene.putCourse("{}").statusCode(201);

        // When
        scene.putCourse("{\"display_name\": \"Intro\"}").statusCode(200);

        // Then
        assertThat(Database.current()
                        .query(
                                "select changed_by from course_run_history where course_key = ? order by history_id",
                                scene.course()))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).containsEntry("changed_by", "service"));
    }

    private List<ReceivedEvent> await(KafkaProbe probe, int count) {
        return probe.awaitEvents(Scene.COURSES, count, event -> scene.course().equals(event.key()));
    }
}
