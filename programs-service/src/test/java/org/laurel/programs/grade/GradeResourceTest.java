package org.laurel.programs.grade;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

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
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.EnrollmentFacts;
import org.laurel.programs.People;
import org.laurel.programs.Story;

/** Grades that platforms send by requests. Source: programs, grades. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class GradeResourceTest {

    @Test
    void keepsAGradeAndAnswersIt() {
        // Given
        Story story = known("gpost");

        // When
        ValidatableResponse answer = post(Tokens.service(), body(story, "A", """
            "letter_grade": "B", "percent_grade": 0.82, "lms_last_updated_at": "2026-02-01T10:00:00Z\"\
            """));

        // Then
        answer.statusCode(201)
                .body("username", equalTo(story.username()), "course_run", equalTo(story.course("A")))
                .body("letter_grade", equalTo("B"), "percent_grade", equalTo("0.8200"), "verified", equalTo(true))
                .body("lms_last_updated_at", equalTo("2026-02-01T10:00:00Z"), "id", notNullValue())
                .body("created", notNullValue(), "modified", notNullValue());
    }

    @Test
    void replacesTheGradeUnderTheSameNumber() {
        // Given
        Story story = known("gupsert");
        int id = post(Tokens.staff(), body(story, "A", "\"percent_grade\": \"0.5\", \"letter_grade\": null"))
                .statusCode(201)
                .body("letter_grade", equalTo(""), "lms_last_updated_at", nullValue())
                .extract()
                .path("id");

        // When
        ValidatableResponse again = post(Tokens.staff(), body(story, "A", "\"percent_grade\": 1, \"verified\": false"));

        // Then
        again.statusCode(201).body("id", equalTo(id), "percent_grade", equalTo("1.0000"), "verified", equalTo(false));
    }

    /** Platforms send forms, with times as their language prints them. */
    @Test
    void takesForms() {
        // Given
        Story story = known("gform");

        // When
        ValidatableResponse answer = given().auth()
                .oauth2(Tokens.service())
                .contentType("application/x-www-form-urlencoded")
                .formParam("username", story.username())
                .formParam("course_run", story.course("A"))
                .formParam("letter_grade", "A+")
                .formParam("percent_grade", "0.9")
                .formParam("verified", "True")
                .formParam("lms_last_updated_at", "2026-02-01 10:00:00.250000+00:00")
                .post("/api/v2/grades/")
                .then();

        // Then
        answer.statusCode(201)
                .body("letter_grade", equalTo("A+"), "percent_grade", equalTo("0.9000"), "verified", equalTo(true))
                .body("lms_last_updated_at", equalTo("2026-02-01T10:00:00.250Z"));
    }

    @Test
    void keepsANewerGradeOfAnEvent() {
        // Given
        Story story = known("gnewest");
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.learners")) {
            probe.send(PlatformEvent.of("org.laurel.grade.changed.v1", story.learnerId(), """
                {"learner_id": "%s", "course_key": "%s", "grade": 0.7, "letter_grade": "C",
                 "occurred_at": "2026-02-05T00:00:00Z"}\
                """.formatted(
                            story.learnerId(), story.course("A"))));
            awaitGrade(story);
        }

        // When
        ValidatableResponse older = post(Tokens.service(), body(story, "A", """
            "percent_grade": 0.2, "lms_last_updated_at": "2026-02-04T00:00:00Z\"\
            """));

        // Then
        older.statusCode(201).body("percent_grade", equalTo("0.7000"), "letter_grade", equalTo("C"));
        String stated = "\"percent_grade\": 0.8, \"lms_last_updated_at\": \"2026-02-05T00:00:00Z\"";
        post(Tokens.service(), body(story, "A", stated)).statusCode(201).body("percent_grade", equalTo("0.8000"));
    }

    @Test
    void changesSingleMembers() {
        // Given
        Story story = known("gpatch");
        int id = post(Tokens.staff(), body(story, "A", "\"percent_grade\": 0.5, \"letter_grade\": \"D\""))
                .extract()
                .path("id");

        // When
        ValidatableResponse patched = send("PATCH", Tokens.staff(), id, "{\"letter_grade\": \"C\"}");

        // Then
        patched.statusCode(200).body("letter_grade", equalTo("C"), "percent_grade", equalTo("0.5000"));
        send("PUT", Tokens.service(), id, body(story, "A", "\"percent_grade\": 0.9"))
                .statusCode(200)
                .body("id", equalTo(id), "percent_grade", equalTo("0.9000"), "letter_grade", equalTo("C"));
        send("PATCH", Tokens.staff(), id, "{\"letter_grade\": null}")
                .statusCode(200)
                .body("letter_grade", equalTo(""));
        send("PATCH", Tokens.staff(), id, "{\"percent_grade\": 0.1, \"lms_last_updated_at\": \"2020-01-01T00:00:00Z\"}")
                .statusCode(200)
                .body("percent_grade", equalTo("0.9000"));
    }

    /** Nothing new was stated: what was told before the request, and comes after it, is still newer than the grade. */
    @Test
    void aChangeThatSaysNothingLeavesTheGradeWhereItWas() {
        // Given
        Story story = known("gnothing");
        int id = post(Tokens.staff(), body(story, "A", """
            "percent_grade": 0.5, "lms_last_updated_at": "2026-02-01T10:00:00Z\"\
            """)).extract().path("id");

        // When
        ValidatableResponse nothing = send("PATCH", Tokens.staff(), id, "{}");

        // Then
        nothing.statusCode(200).body("percent_grade", equalTo("0.5000"), "id", equalTo(id));
        send("PATCH", Tokens.staff(), id, "{\"username\": \"" + story.username() + "\", \"lms_last_updated_at\": null}")
                .statusCode(200);
        assertThat(Database.current()
                        .value("select count(*) from grade_history where learner_id = ?", story.learnerId()))
                .isEqualTo("1");
        post(Tokens.staff(), body(story, "A", """
            "percent_grade": 0.6, "lms_last_updated_at": "2026-02-02T10:00:00Z\"\
            """)).statusCode(201).body("percent_grade", equalTo("0.6000"));
    }

    @Test
    void refusesToMoveAGradeToAnother() {
        // Given
        Story story = known("gmove");
        int id = post(Tokens.staff(), body(story, "A", "\"percent_grade\": 0.5"))
                .extract()
                .path("id");

        // When
        ValidatableResponse moved =
                send("PATCH", Tokens.staff(), id, "{\"course_run\": \"" + story.course("B") + "\"}");

        // Then
        moved.statusCode(400).body("error_code", equalTo("grade_of_another"));
        send("PATCH", Tokens.staff(), id, "{\"username\": \"nobody-at-all\"}")
                .statusCode(400)
                .body("error_code", equalTo("learner_not_found"));
        send("PUT", Tokens.staff(), id, "{}")
                .statusCode(400)
                .body("error_code", equalTo("invalid_request"))
                .body("violations.field", hasItems("username", "course_run", "percent_grade"));
    }

    @Test
    void takesGradesOfRunsThatOnlyTheDirectoryKnows() {
        // Given
        Story story = known("gdirectory");
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.courses")) {
            probe.send(new EnrollmentFacts(story).courseRun("Lone", "end", null, null, 1));
            await("course run")
                    .atMost(KafkaProbe.PATIENCE)
                    .until(() -> !Database.current()
                            .query("select 1 from course_run where course_key = ?", story.course("Lone"))
                            .isEmpty());
        }

        // When
        ValidatableResponse answer = post(Tokens.staff(), body(story, "Lone", "\"percent_grade\": 0.5"));

        // Then
        answer.statusCode(201).body("course_run", equalTo(story.course("Lone")));
    }

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

    @Test
    void appearsInTheLearnersOwnData() {
        // Given
        Story story = known("gdata");
        post(Tokens.staff(), body(story, "A", "\"percent_grade\": 0.5")).statusCode(201);

        // When
        ValidatableResponse data = given().auth()
                .oauth2(story.token())
                .get("/api/programs/v1/learners/{username}/data", story.username())
                .then();

        // Then
        data.statusCode(200).body("data.grades[0].course_key", containsString(story.course("A")));
    }

    private static Story known(String word) {
        Story story = new Story(word);
        People.introduce(story);
        story.put(1, List.of(List.of("A"), List.of("B"))).statusCode(201);
        return story;
    }

    private static void awaitGrade(Story story) {
        await("grade")
                .atMost(KafkaProbe.PATIENCE)
                .until(() -> !Database.current()
                        .query("select 1 from grade where learner_id = ?", story.learnerId())
                        .isEmpty());
    }

    private static String body(Story story, String run, String rest) {
        return "{\"username\": \"" + story.username() + "\", \"course_run\": \"" + story.course(run) + "\", " + rest
                + "}";
    }

    private static ValidatableResponse post(String token, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/api/v2/grades/")
                .then();
    }

    private static ValidatableResponse send(String method, String token, int id, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .request(method, "/api/v2/grades/{id}/", id)
                .then();
    }
}
