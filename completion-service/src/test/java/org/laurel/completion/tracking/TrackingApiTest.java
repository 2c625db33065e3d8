package org.laurel.completion.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.completion.Arrival;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.Tokens;

@QuarkusTest
class TrackingApiTest {

    private static final String CONFIGURATION = "/api/completion/v1/configuration";
    private static final Outline OUTLINE = Outline.of("course-v1:Org+tracking+2026")
            .block("course", "c", "v")
            .block("vertical", "v", "a", "b")
            .blocks("html", "a", "b");
    private static final String COURSE = OUTLINE.courseKey().value();
    private static final String OWN = Tokens.learner("t1", "tracked");

    @BeforeEach
    @AfterEach
    void forget() {
        Database.current().execute("delete from setting_revision where subject = 'completion-tracking'");
    }

    @Test
    void tellsEveryClientWhatHoldsAtFirst() {
        // When
        ValidatableResponse answer =
                given().auth().oauth2(OWN).get(CONFIGURATION).then();

        // Then
        answer.statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("id", nullValue(), "enable_completion_tracking", equalTo(true))
                .body("completion_by_viewing_delay_ms", equalTo(5000))
                .body("completion_video_complete_percentage", equalTo(0.95f));
        given().get(CONFIGURATION).then().statusCode(401);
    }

    @Test
    void keepsEveryRevisionWithWhoAndWhy() {
        // When
        ValidatableResponse answer = put("*", body(false, 7000, "0.90"));

        // Then
        answer.statusCode(200)
                .body("enable_completion_tracking", equalTo(false), "changed_by", equalTo("staff"))
                .body("completion_video_complete_percentage", equalTo(0.9f), "change_reason", equalTo("a drill"));
        String tag = answer.extract().header("ETag");
        put(tag, body(false, 7000, "0.9")).statusCode(200).header("ETag", equalTo(tag));
        put("\"0\"", body(true, 7000, "0.9")).statusCode(412).body("error_code", equalTo("version_changed"));
        put(tag, body(true, 1, "1")).statusCode(200);
        given().auth()
                .oauth2(OWN)
                .header("If-None-Match", tag)
                .get(CONFIGURATION)
                .then()
                .statusCode(200)
                .body("completion_by_viewing_delay_ms", equalTo(1));
        ValidatableResponse history = given().auth()
                .oauth2(Tokens.staff())
                .get(CONFIGURATION + "/history?limit=1")
                .then();
        history.statusCode(200).body("results[0].completion_by_viewing_delay_ms", equalTo(1));
        String cursor = history.extract().path("next_cursor");
        given().auth()
                .oauth2(Tokens.service())
                .get(CONFIGURATION + "/history?cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("results.size()", equalTo(1), "results[0].enable_completion_tracking", equalTo(false))
                .body("next_cursor", nullValue());
    }

    @Test
    void answersThatNothingChanged() {
        // When
        ValidatableResponse answer = given().auth()
                .oauth2(OWN)
                .header("If-None-Match", "\"0\"")
                .get(CONFIGURATION)
                .then();

        // Then
        answer.statusCode(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"enable_completion_tracking\": true}",
                "{\"enable_completion_tracking\": true, \"completion_by_viewing_delay_ms\": -1, "
                        + "\"completion_video_complete_percentage\": 1}",
                "{\"enable_completion_tracking\": true, \"completion_by_viewing_delay_ms\": 1, "
                        + "\"completion_video_complete_percentage\": 1.1}",
                ""
            })
    void refusesSettingsThatMakeNoSense(String body) {
        // When
        ValidatableResponse answer = put("*", body);

        // Then
        answer.statusCode(400);
    }

    @Test
    void letsStaffAloneChangeAndLookBack() {
        // When
        ValidatableResponse answer = given().auth()
                .oauth2(OWN)
                .contentType("application/json")
                .body(body(false, 1, "1"))
                .put(CONFIGURATION)
                .then();

        // Then
        answer.statusCode(403);
        given().auth().oauth2(OWN).get(CONFIGURATION + "/history").then().statusCode(403);
    }

    @Test
    void keepsClientsOutWhileItIsOffButNoFacts() {
        // Given
        Platform platform = new Platform(COURSE);
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
            Arrival.send(probe, platform.structure(OUTLINE, 1, 0), platform.enrolled("t1", "tracked", true, 1));
            put("*", body(false, 1, "1")).statusCode(200);

            // When
            ValidatableResponse batch = batch("tracked");

            // Then
            batch.statusCode(400).body("error_code", equalTo("completion_tracking_disabled"));
            batch("somebody-else").statusCode(403);
            post(
                            "/api/completion/v0/course/" + COURSE + "/blocks/" + OUTLINE.key("a") + "/",
                            OWN,
                            "{\"completion\": 1}")
                    .statusCode(400)
                    .body("error_code", equalTo("completion_tracking_disabled"));
            post("/api/completion/v1/completion-group", Tokens.staff(), """
                    {"course_key": "%s", "block_key": "%s", "completion": 1, "usernames": ["tracked"]}""".formatted(COURSE, OUTLINE.key("a")))
                    .statusCode(400)
                    .body("error_code", equalTo("completion_tracking_disabled"));
            Arrival.send(probe, platform.completed("t1", OUTLINE.key("b"), "1", 2));
        }
        assertThat(Database.current()
                        .value("select earned from course_progress where learner_id = 't1' and course_key = ?", COURSE))
                .isEqualTo("1000000000");
        vertical().statusCode(200).body("complete", nullValue());
        put("*", body(true, 1, "1")).statusCode(200);
        vertical().body("complete", equalTo(false));
        batch("tracked").statusCode(200);
        vertical().body("complete", equalTo(true));
    }

    private static ValidatableResponse vertical() {
        return given().auth()
                .oauth2(OWN)
                .get("/api/completion/v1/learners/tracked/vertical-completion/" + COURSE + "/" + OUTLINE.key("v"))
                .then();
    }

    private static ValidatableResponse batch(String username) {
        return post("/api/completion/v1/completion-batch", OWN, """
                {"username": "%s", "course_key": "%s", "blocks": {"%s": 1}}""".formatted(username, COURSE, OUTLINE.key("a")));
    }

    private static ValidatableResponse post(String path, String token, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post(path)
                .then();
    }

    private static String body(boolean on, int delay, String video) {
        return """
                {"enable_completion_tracking": %s, "completion_by_viewing_delay_ms": %d,
                 "completion_video_complete_percentage": %s, "change_reason": "a drill"}""".formatted(on, delay, video);
    }

    private static ValidatableResponse put(String ifMatch, String body) {
        return given().auth()
                .oauth2(Tokens.staff())
                .header("If-Match", ifMatch)
                .contentType("application/json")
                .body(body)
                .put(CONFIGURATION)
                .then();
    }
}
