package org.laurel.programs.grade;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.laurel.programs.grade.GradeCalls.body;
import static org.laurel.programs.grade.GradeCalls.known;
import static org.laurel.programs.grade.GradeCalls.post;
import static org.laurel.programs.grade.GradeCalls.send;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.EnrollmentFacts;
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

    private static void awaitGrade(Story story) {
        await("grade")
                .atMost(KafkaProbe.PATIENCE)
                .until(() -> !Database.current()
                        .query("select 1 from grade where learner_id = ?", story.learnerId())
                        .isEmpty());
    }
}
