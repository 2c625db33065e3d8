package org.laurel.completion.verification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.test.Tokens;

/** Starting, following and steering verifications. */
@QuarkusTest
class VerificationApiTest {

    private static final String COURSE = "course-v1:Verify+api+1";
    private static final String RECOUNTED = "/api/completion/v1/course-structures/";

    @Test
    void startsAndTellsHowFarItIs() {
        // Given
        VerificationWorld world = new VerificationWorld(COURSE);
        world.begin("api1");

        // When
        ValidatableResponse answer = VerificationWorld.post(Map.of("course_key", COURSE));

        // Then
        long id = answer.statusCode(202)
                .header("Location", matchesPattern(".*" + VerificationWorld.PATH + "/\\d+"))
                .body("course_key", equalTo(COURSE), "repair", equalTo(false), "numbers", equalTo("all"))
                .extract()
                .jsonPath()
                .getLong("id");
        JsonPath ended = VerificationWorld.ended(id);
        assertThat(ended.getString("state")).isEqualTo("done");
        assertThat(ended.getInt("done")).isEqualTo(1);
        staff("GET", "?limit=1&cursor=" + (id + 1))
                .statusCode(200)
                .body("results", hasSize(1))
                .body("results[0].id", equalTo((int) id));
        String events =
                staff("GET", "/" + id + "/events").statusCode(200).extract().asString();
        assertThat(events).contains("\"state\":\"done\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause", "resume", "cancel"})
    void steersOnlyWhatGoesOn(String verb) {
        // Given
        long ended = VerificationWorld.verified(Map.of("sample", 1, "numbers", "none"))
                .getLong("id");

        // When
        ValidatableResponse answer = staff("POST", "/" + ended + "/" + verb);

        // Then
        answer.statusCode(409).body("error_code", equalTo("verification_ended"));
        staff("POST", "/9999999/" + verb).statusCode(404).body("error_code", equalTo("verification_not_found"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sample\": 5, \"learners\": [\"ada\"]}",
                "{\"course_key\": \"no key\"}",
                "{\"learners\": [\"nobody-of-this-name\"]}",
                "{\"learners\": [\"\"]}",
                "{\"learners\": [null]}",
                "{\"learners\": [\"a\\u0000\"]}",
                "{\"numbers\": \"some\"}"
            })
    void refusesASelectionWithoutSense(String body) {
        // When
        ValidatableResponse answer = post(body);

        // Then
        answer.statusCode(400).body("error_code", equalTo("invalid_selection"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "{\"sample\": 0}", "{\"sample\": \"x\"}", "{\"learners\": []}"})
    void refusesWhatHasTheWrongForm(String body) {
        // When
        ValidatableResponse answer = post(body);

        // Then
        answer.statusCode(400);
    }

    @Test
    void knowsNothingOfOtherCourseRuns() {
        // When
        ValidatableResponse answer = VerificationWorld.post(Map.of("course_key", "course-v1:Verify+unknown+1"));

        // Then
        answer.statusCode(404).body("error_code", equalTo("course_run_not_found"));
        recount("course-v1:Verify+unknown+1").statusCode(404).body("error_code", equalTo("course_run_not_found"));
        recount("no-key").statusCode(400).body("error_code", equalTo("invalid_course_key"));
    }

    private static ValidatableResponse recount(String courseKey) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.service())
                .post(RECOUNTED + courseKey + ":recount")
                .then();
    }

    private static ValidatableResponse post(String body) {
        return given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body(body)
                .post(VerificationWorld.PATH)
                .then();
    }

    private static ValidatableResponse staff(String method, String path) {
        return given().auth()
                .oauth2(Tokens.staff())
                .request(method, VerificationWorld.PATH + path)
                .then();
    }
}
