package org.laurel.programs.record;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.Story;

/** Records as clients of the platform's credentials service read them. Source: programs, records. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ProgramRecordTest {

    private static final String RECORDS = "/records/api/v1/program_records/";

    @Test
    void showsACourseWithGradeOneWithoutAndOneThatIsNotEarned() {
        // Given
        RecordStory record = RecordStory.of("rthree", List.of(List.of("A"), List.of("B"), List.of("C")))
                .certified(2, "A", "B")
                .graded("A", "0.82", "B", 40);

        // When
        ValidatableResponse answer = record.read();

        // Then
        Story story = record.story();
        answer.statusCode(200)
                .body("is_public", equalTo(false), "uuid", equalTo(story.program(1)))
                .body("record.learner.full_name", equalTo("Ada Lovelace"))
                .body("record.learner.username", equalTo(story.username()))
                .body("record.learner.email", equalTo(story.username() + "@example.org"))
                .body("record.program.name", equalTo("Program rthree"), "record.program.type", equalTo("micromasters"))
                .body("record.program.type_name", equalTo("MicroMasters"))
                .body("record.program.completed", equalTo(false), "record.program.empty", equalTo(false))
                .body("record.program.school", equalTo("University of rthree"))
                .body("record.program.last_updated", equalTo(Story.at(40).toString()))
                .body("record.platform_name", equalTo("Laurel"), "record.shared_program_record_uuid", nullValue())
                .body("record.grades.name", contains("Course", "Course", "Course"))
                .body("record.grades.school", contains("School", "School", "School"))
                .body("record.grades.course_id", contains(story.course("A"), story.course("B"), ""))
                .body(
                        "record.grades.issue_date",
                        contains(Story.at(10).toString(), Story.at(11).toString(), ""))
                .body("record.grades.percent_grade", contains(0.82f, "", ""))
                .body("record.grades.letter_grade", contains("B", "", ""))
                .body("record.grades.attempts", contains(1, 0, 0))
                .body("record.pathways", empty());
    }

    @Test
    void isCompletedWithTheProgramsCredential() {
        // Given
        RecordStory record = RecordStory.of("rdone", List.of(List.of("A"))).certified(2, "A");

        // When
        ValidatableResponse answer = record.read();

        // Then
        answer.statusCode(200).body("record.program.completed", equalTo(true));
        list(record.story().token())
                .body("enrolled_programs.name", contains("Program rdone"))
                .body("enrolled_programs.partner", contains("University of rdone"))
                .body("enrolled_programs.uuid", contains(record.story().program(1)))
                .body("enrolled_programs[0].completed", equalTo(true), "enrolled_programs[0].empty", equalTo(false));
    }

    /** What may not be seen yet is as if it were not there. */
    @Test
    void treatsHiddenCredentialsAsAbsent() {
        // Given
        RecordStory record = RecordStory.of("rhidden", List.of(List.of("A")))
                .certifiedFrom(2, "A", Instant.parse("9999-01-01T00:00:00Z"))
                .graded("A", "0.9", "A", 20);

        // When
        ValidatableResponse answer = record.read();

        // Then
        answer.statusCode(200)
                .body("record.program.completed", equalTo(false), "record.program.empty", equalTo(true))
                .body("record.program.last_updated", equalTo(""))
                .body("record.grades.course_id", contains(""), "record.grades.attempts", contains(0));
        list(record.story().token()).body("enrolled_programs", empty());
    }

    @Test
    void takesTheBestOfSeveralRunsAndCountsAllAttempts() {
        // Given
        RecordStory record = RecordStory.of("rbest", List.of(List.of("A", "B")))
                .certified(3, "A", "B")
                .graded("A", "0.9", "", 30)
                .graded("B", "0.7", "C", 31);

        // When
        ValidatableResponse answer = record.read();

        // Then
        answer.statusCode(200)
                .body("record.grades.course_id", contains(record.story().course("A")))
                .body("record.grades.issue_date", contains(Story.at(10).toString()))
                .body("record.grades.percent_grade", contains(0.9f), "record.grades.letter_grade", contains("N/A"))
                .body("record.grades.attempts", contains(2));
    }

    /** Scenario 44, in the record: what staff set is shown, and what may be seen does not depend on it. */
    @Test
    void showsTheDateThatStaffSet() {
        // Given
        RecordStory record = RecordStory.of("rdate", List.of(List.of("A"))).certified(2, "A");

        // When
        override(record.story(), "{\"date\": \"2024-12-24T00:00:00Z\"}");

        // Then
        record.read()
                .statusCode(200)
                .body("record.grades.issue_date", contains("2024-12-24T00:00:00Z"))
                .body("record.program.completed", equalTo(true));
        override(record.story(), "null");
        record.read().body("record.grades.issue_date", contains(Story.at(10).toString()));
    }

    @Test
    void listsByTitleAndWithoutProgramsThatAreGone() {
        // Given
        RecordStory record = RecordStory.of("rlist", List.of(List.of("A")));
        Story story = record.story();
        story.put(2, story.document(2, List.of(List.of("A"))).replace("Program rlist", "An earlier title"));
        story.put(3, story.document(3, List.of(List.of("A"))).replace("\"active\"", "\"unpublished\""));
        story.put(4, story.document(4, List.of(List.of("B"))));
        record.certified(3, "A");

        // When
        ValidatableResponse answer = list(story.token());

        // Then
        answer.body("enrolled_programs.name", contains("An earlier title", "Program rlist"));
        given().auth()
                .oauth2(Tokens.staff())
                .queryParam("username", story.username())
                .get(RECORDS)
                .then()
                .statusCode(200)
                .body("enrolled_programs.uuid", contains(story.program(2), story.program(1)));
    }

    @Test
    void showsStaffTheRecordOfALearner() {
        // Given
        RecordStory record = RecordStory.of("rstaff", List.of(List.of("A")));

        // When
        ValidatableResponse answer =
                named(Tokens.service(), record.story(), record.story().username());

        // Then
        answer.statusCode(200)
                .body("record.learner.username", equalTo("user-rstaff"), "record.program.empty", equalTo(true));
        named(Tokens.staff(), record.story(), "nobody-there")
                .statusCode(404)
                .body("error_code", equalTo("learner_not_found"));
        given().auth()
                .oauth2(Tokens.staff())
                .queryParam("username", "nobody-there")
                .get(RECORDS)
                .then()
                .statusCode(404)
                .body("error_code", equalTo("learner_not_found"));
        given().auth()
                .oauth2(record.story().token())
                .queryParam("username", "nobody-there")
                .get(RECORDS)
                .then()
                .statusCode(403)
                .body("error_code", equalTo("forbidden"));
        named(record.story().token(), record.story(), "anybody")
                .statusCode(403)
                .body("error_code", equalTo("forbidden"));
        named(Tokens.support(), record.story(), record.story().username())
                .statusCode(403)
                .body("error_code", equalTo("forbidden"));
    }

    /** Scenario 53. */
    @Test
    void showsAPublicRecordWithoutLoginAndWithoutTheAddress() {
        // Given
        RecordStory record = RecordStory.of("rpublic", List.of(List.of("A"))).certified(2, "A");
        String link = record.shared();
        String uuid = link.substring("/records/programs/shared/".length(), link.length() - 1);

        // When
        ValidatableResponse answer = given().queryParam("is_public", "true")
                .get(RECORDS + uuid + "/")
                .then();

        // Then
        answer.statusCode(200)
                .header("Cache-Control", allOf(containsString("private"), containsString("no-cache")))
                .body("is_public", equalTo(true), "record.learner.email", equalTo(""))
                .body("record.learner.full_name", equalTo("Ada Lovelace"), "record.program.completed", equalTo(true));
        given().queryParam("is_public", "true")
                .queryParam("username", record.story().username())
                .get(RECORDS + uuid + "/")
                .then()
                .statusCode(403)
                .body("error_code", equalTo("forbidden"));
        given().queryParam("is_public", "true")
                .get(RECORDS)
                .then()
                .statusCode(200)
                .body("enrolled_programs", empty());
    }

    @Test
    void callsACourseWithoutTitleByItsRun() {
        // Given
        RecordStory record = RecordStory.of("rnotitle", List.of(List.of("A")));
        Story story = record.story();
        String document =
                story.document(1, List.of(List.of("A"))).replace("\"key\": \"rnotitle\", \"title\": \"Course\", ", "");
        story.put(1, document).statusCode(200);

        // When
        ValidatableResponse answer = record.read();

        // Then
        answer.statusCode(200).body("record.grades[0].name", equalTo("A"));
    }

    @Test
    void needsALoginOtherwise() {
        // Given
        String program = new Story("rlogin").program(1);

        // When
        ValidatableResponse answer = given().get(RECORDS + program + "/").then();

        // Then
        answer.statusCode(401).body("error_code", equalTo("unauthorized"));
        given().get(RECORDS).then().statusCode(401).body("error_code", equalTo("unauthorized"));
        given().queryParam("is_public", "false")
                .get(RECORDS)
                .then()
                .statusCode(401)
                .body("error_code", equalTo("unauthorized"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-4000-8000-000000000000", "x", "00000000000040008000000000000000"})
    void answers404ForUnknownProgramsAndRecords(String uuid) {
        // When
        ValidatableResponse answer = given().auth()
                .oauth2(Tokens.staff())
                .get(RECORDS + "{uuid}/", uuid)
                .then();

        // Then
        answer.statusCode(404).body("error_code", equalTo("record_not_found"));
        given().queryParam("is_public", "true")
                .get(RECORDS + "{uuid}/", uuid)
                .then()
                .statusCode(404)
                .body("error_code", equalTo("record_not_found"));
    }

    private static void override(Story story, String date) {
        given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body("""
                        {"username": "%s", "credential": {"course_run_key": "%s", "mode": "verified"}, "date_override": %s}
                        """.formatted(story.username(), story.course("A"), date))
                .post("/api/v2/credentials/")
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse list(String token) {
        return given().auth().oauth2(token).get(RECORDS).then().statusCode(200);
    }

    private static ValidatableResponse named(String token, Story story, String username) {
        return given().auth()
                .oauth2(token)
                .queryParam("username", username)
                .get(RECORDS + "{uuid}/", story.program(1))
                .then();
    }
}
