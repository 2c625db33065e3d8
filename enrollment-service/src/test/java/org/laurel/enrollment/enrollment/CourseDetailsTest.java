package org.laurel.enrollment.enrollment;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.LaurelInfrastructure;

/** The course object, which anybody may read. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CourseDetailsTest {

    private static final String MODES = """
            [{"slug": "audit"}, {"slug": "verified", "expiration_datetime": "2020-01-01T00:00:00Z"}]""";

    private final Scene scene = new Scene();

    @Test
    void showsACourseRunToAnybodyForAMinute() {
        // Given
        scene.putCourse("""
                {"display_name": "Intro", "start": "2026-01-01T00:00:00Z", "self_paced": true}""").statusCode(201);
        scene.putModes(MODES).statusCode(200);

        // When
        var answer = get(scene.course());

        // Then
        answer.statusCode(200)
                .header("Cache-Control", "public, max-age=60")
                .body(
                        "course_id", equalTo(scene.course()),
                        "course_name", equalTo("Intro"),
                        "course_start", equalTo("2026-01-01T00:00:00Z"),
                        "pacing_type", equalTo("Self Paced"),
                        "invite_only", equalTo(false),
                        "course_modes.slug", contains("audit"));
    }

    @ParameterizedTest
    @CsvSource({"1, true", "true, true", "True, true", "0, false", "false, false", "'', false"})
    void listsExpiredModesOnRequest(String includeExpired, boolean listed) {
        // Given
        scene.putCourse("{}").statusCode(201);
        scene.putModes(MODES).statusCode(200);

        // When
        var answer = get(scene.course() + "?include_expired=" + includeExpired);

        // Then
        answer.statusCode(200).body("course_modes.slug", listed ? contains("audit", "verified") : contains("audit"));
    }

    @Test
    void remembersTheAnswerForAWhile() {
        // Given
        scene.putCourse("{\"display_name\": \"Before\"}").statusCode(201);
        get(scene.course()).statusCode(200);
        scene.putCourse("{\"display_name\": \"After\"}").statusCode(200);

        // When
        var answer = get(scene.course());

        // Then
        answer.statusCode(200).body("course_name", equalTo("Before"));
    }

    @Test
    void reportsADefaultModeForARunWithoutModes() {
        // Given
        scene.putCourse("{}").statusCode(201);

        // When
        var answer = get(scene.course() + "/?include_expired=1");

        // Then
        answer.statusCode(200).body("course_modes.slug", contains("audit"));
    }

    @Test
    void findsOldCourseKeysWithTheirSlashesAsTheyStand() {
        // Given
        String old = scene.course().replace("course-v1:", "").replace("+", "/");
        Scene.put("/course-runs/" + old, "{}").statusCode(201);

        // When
        var answer = get(old);

        // Then
        answer.statusCode(200).body("course_id", equalTo(old));
        get(old.replace("/", "%2F")).statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"course-v1:Test+Nobody+Knows, course_unknown", "no-key, invalid_course_key", "a%00b, invalid_course_key"
    })
    void answersAMessageWhereThereIsNoCourseRun(String courseId, String code) {
        // Given no such course run

        // When
        var answer = get(courseId);

        // Then
        answer.statusCode(400)
                .contentType("application/problem+json")
                .body("error_code", equalTo(code), "message", not(emptyString()), "status", equalTo(400));
    }

    private static ValidatableResponse get(String rest) {
        return given().urlEncodingEnabled(false)
                .get("/api/enrollment/v1/course/" + rest)
                .then();
    }
}
