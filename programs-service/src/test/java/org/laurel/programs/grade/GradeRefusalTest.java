package org.laurel.programs.grade;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.laurel.programs.grade.GradeCalls.body;
import static org.laurel.programs.grade.GradeCalls.known;
import static org.laurel.programs.grade.GradeCalls.post;
import static org.laurel.programs.grade.GradeCalls.send;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.Story;

/** What is no grade, and who may state none. Source: programs, grades. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class GradeRefusalTest {

    @Test
    void answers400ForUnknownLearnersAndCourseRuns() {
        // Given
        Story story = known("gunknown");

        // When
        ValidatableResponse run = post(Tokens.staff(), body(story, "Z", "\"percent_grade\": 0.5"));

        // Then
        run.statusCode(400).body("error_code", equalTo("course_run_not_found"));
        post(Tokens.staff(), body(story, "A", "\"percent_grade\": 0.5").replace(story.course("A"), "x"))
                .statusCode(400)
                .body("violations.field", equalTo(List.of("course_run")));
        post(Tokens.staff(), body(new Story("gnobody"), "A", "\"percent_grade\": 0.5"))
                .statusCode(400)
                .body("error_code", equalTo("learner_not_found"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1",
                "-0.1",
                "0.12345",
                "\"NaN\"",
                "true",
                "null",
                "[]",
                "\"1e-99999999\"",
                "1E+9999999",
                "\"0.10000000000000000000000000000000\""
            })
    void answers400ForWhatIsNoFraction(String percent) {
        // Given
        Story story = new Story("gpercent");

        // When
        ValidatableResponse answer = post(Tokens.staff(), body(story, "A", "\"percent_grade\": " + percent));

        // Then
        answer.statusCode(400)
                .body("error_code", equalTo("invalid_request"), "violations.field", equalTo(List.of("percent_grade")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "letter_grade | {}",
                "letter_grade | \"a\\u0000b\"",
                "letter_grade | \"a\\ud83c\"",
                "verified | []",
                "verified | \"perhaps\"",
                "verified | null",
                "lms_last_updated_at | \"yesterday\"",
                "lms_last_updated_at | \"-0001-01-01T00:00:00Z\"",
                "lms_last_updated_at | \"0001-01-01T00:00:00+01:00\"",
                "lms_last_updated_at | 17"
            })
    void answers400NamingTheMemberThatIsWrong(String member, String value) {
        // Given
        String body = body(new Story("gwrong"), "A", "\"percent_grade\": 0.5, \"" + member + "\": " + value);

        // When
        ValidatableResponse answer = post(Tokens.staff(), body);

        // Then
        answer.statusCode(400)
                .body("error_code", equalTo("invalid_request"), "violations.field", equalTo(List.of(member)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{} {}", "7"})
    void answers400ForBodiesThatAreNoObject(String body) {
        // When
        ValidatableResponse answer = post(Tokens.staff(), body);

        // Then
        answer.statusCode(400).body("error_code", equalTo("unreadable_body"));
    }

    @Test
    void refusesGradesFromTheFuture() {
        // Given
        Story story = known("gfuture");
        Instant tomorrow = Instant.now().plus(1, ChronoUnit.DAYS);

        // When
        ValidatableResponse answer = post(
                Tokens.staff(),
                body(story, "A", "\"percent_grade\": 0.5, \"lms_last_updated_at\": \"" + tomorrow + "\""));

        // Then
        answer.statusCode(400).body("error_code", equalTo("clock_ahead"));
    }

    @Test
    void isForStaffAndServicesOnly() {
        // Given
        Story story = known("gaccess");
        String body = body(story, "A", "\"percent_grade\": 0.5");

        // When
        ValidatableResponse own = post(story.token(), body);

        // Then
        own.statusCode(403).body("error_code", equalTo("forbidden"));
        post(Tokens.support(), body).statusCode(403).body("error_code", equalTo("forbidden"));
        given().contentType("application/json")
                .body(body)
                .post("/api/v2/grades/")
                .then()
                .statusCode(401)
                .body("error_code", equalTo("unauthorized"));
        send("PUT", story.token(), 1, body).statusCode(403).body("error_code", equalTo("forbidden"));
        send("PATCH", story.token(), 1, "{}").statusCode(403).body("error_code", equalTo("forbidden"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "999999999999", "x", "99999999999999999999", "-1"})
    void answers404ForUnknownNumbers(String id) {
        // When
        ValidatableResponse answer = given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body("{}")
                .patch("/api/v2/grades/{id}/", id)
                .then();

        // Then
        answer.statusCode(404).body("error_code", equalTo("grade_not_found"));
        given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body("{}")
                .put("/api/v2/grades/{id}/", id)
                .then()
                .statusCode(404)
                .body("error_code", equalTo("grade_not_found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"username=%zz", "username=%4"})
    void answers400ForFormsThatCannotBeDecoded(String form) {
        // When
        ValidatableResponse answer = given().auth()
                .oauth2(Tokens.service())
                .contentType("application/x-www-form-urlencoded")
                .body(form)
                .post("/api/v2/grades/")
                .then();

        // Then
        answer.statusCode(400).body("error_code", equalTo("unreadable_body"));
    }

    @Test
    void answers415ForOtherMediaTypes() {
        // When
        ValidatableResponse answer = given().auth()
                .oauth2(Tokens.service())
                .contentType("text/plain")
                .body("grade")
                .post("/api/v2/grades/")
                .then();

        // Then
        answer.statusCode(415).body("error_code", equalTo("unsupported_media_type"));
    }
}
