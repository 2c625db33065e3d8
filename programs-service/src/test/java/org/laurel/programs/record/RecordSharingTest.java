package org.laurel.programs.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.Story;

/** Learners give their records public links and take them back. Source: programs, records, share; decision 7. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class RecordSharingTest {

    /** Scenario 52. */
    @Test
    void sharingTwiceGivesOneLink() {
        // Given
        RecordStory record = RecordStory.of("share2", List.of(List.of("A"))).certified(2, "A");
        String url =
                record.share(record.story().token()).statusCode(201).extract().path("url");

        // When
        ValidatableResponse again = record.share(Tokens.staff());

        // Then
        again.statusCode(200).body("url", equalTo(url));
        assertThat(url).matches("https?://[^/]+/records/programs/shared/[0-9a-f]{32}/");
        record.read().body("record.shared_program_record_uuid", notNullValue());
        own(record, "").body("records.shared_url", contains(endsWith(url.substring(url.indexOf("/records/")))));
    }

    @Test
    void takesALinkBackForEverybodyAndForGood() {
        // Given
        RecordStory record = RecordStory.of("unshare", List.of(List.of("A"))).certified(2, "A");
        String link = record.shared();
        given().get(link).then().statusCode(200);

        // When
        ValidatableResponse taken = unshare(record, record.story().token());

        // Then
        taken.statusCode(204);
        given().get(link).then().statusCode(404);
        given().get(link + "csv").then().statusCode(404);
        given().get(link + "pdf").then().statusCode(404);
        given().auth().oauth2(Tokens.staff()).get(link).then().statusCode(404);
        String uuid = link.substring("/records/programs/shared/".length(), link.length() - 1);
        given().queryParam("is_public", "true")
                .get("/records/api/v1/program_records/" + uuid + "/")
                .then()
                .statusCode(404);
        record.read().body("record.shared_program_record_uuid", nullValue());
        unshare(record, record.story().token()).statusCode(404).body("error_code", equalTo("record_not_shared"));

        String other = record.shared();
        assertThat(other).isNotEqualTo(link);
        given().get(other).then().statusCode(200);
        given().get(link).then().statusCode(404);
        assertThat(Database.current()
                        .query(
                                "select history_operation from shared_record_history where learner_id = ?"
                                        + " order by history_id",
                                record.story().learnerId()))
                .extracting(row -> row.get("history_operation"))
                .containsExactly("+", "~", "+");
    }

    @Test
    void refusesInTheOrderThatClientsKnow() {
        // Given
        RecordStory record = RecordStory.of("shareno", List.of(List.of("A")));
        Story stranger = new Story("sharestranger");

        // When
        ValidatableResponse other = record.share(stranger.token());

        // Then
        other.statusCode(403).body("error_code", equalTo("forbidden"));
        share(
                        record.story().token(),
                        "{\"username\": \"nobody-there\"}",
                        record.story().program(1))
                .statusCode(404)
                .body("error_code", equalTo("learner_not_found"));
        share(
                        record.story().token(),
                        "{\"username\": \"user-shareno\"}",
                        record.story().program(9))
                .statusCode(404)
                .body("error_code", equalTo("program_not_found"));
        share(record.story().token(), "{\"username\": \"user-shareno\"}", "x")
                .statusCode(404)
                .body("error_code", equalTo("program_not_found"));
        given().contentType("application/json")
                .body("{\"username\": \"user-shareno\"}")
                .post("/records/programs/{hex}/share", record.story().program(1))
                .then()
                .statusCode(401)
                .body("error_code", equalTo("unauthorized"));
        unshare(record, stranger.token()).statusCode(403).body("error_code", equalTo("forbidden"));
        given().delete(path(record) + "/share").then().statusCode(401).body("error_code", equalTo("unauthorized"));
        given().auth()
                .oauth2(record.story().token())
                .delete("/api/programs/v1/learners/user-shareno/records/x/share")
                .then()
                .statusCode(400)
                .body("error_code", equalTo("invalid_uuid"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | invalid_request",
                "{\"username\": null} | invalid_request",
                "{\"username\": \" \"} | invalid_request",
                "[] | unreadable_body",
                "{ | unreadable_body",
                "'' | invalid_request",
            })
    void answers400ForBodiesWithoutALearner(String body, String code) {
        // When
        ValidatableResponse answer = share(Tokens.staff(), body, new Story("sharebody").program(1));

        // Then
        answer.statusCode(400).body("error_code", equalTo(code));
    }

    @Test
    void showsTheLearnersOwnRecordsWithAnEtag() {
        // Given
        RecordStory record =
                RecordStory.of("ownrec", List.of(List.of("A"), List.of("B"))).certified(1, "A");

        // When
        ValidatableResponse answer = own(record, "/" + record.story().program(1));

        // Then
        answer.statusCode(200)
                .body("record.grades.course_id", contains(record.story().course("A"), ""));
        String tag = answer.extract().header("ETag");
        given().auth()
                .oauth2(record.story().token())
                .header("If-None-Match", tag)
                .get(path(record))
                .then()
                .statusCode(304);
        record.graded("A", "0.5", "D", 50);
        given().auth()
                .oauth2(record.story().token())
                .header("If-None-Match", tag)
                .get(path(record))
                .then()
                .statusCode(200);
        own(record, "")
                .statusCode(200)
                .body("records.title", contains("Program ownrec"), "records.courses", contains(2))
                .body("records.earned", contains(1), "records.shared_url", contains(nullValue()));
    }

    @Test
    void keepsRecordsFromOtherLearners() {
        // Given
        RecordStory record = RecordStory.of("ownno", List.of(List.of("A")));
        String stranger = new Story("ownstranger").token();

        // When
        ValidatableResponse answer =
                given().auth().oauth2(stranger).get(path(record)).then();

        // Then
        answer.statusCode(403).body("error_code", equalTo("forbidden"));
        given().auth()
                .oauth2(stranger)
                .get("/api/programs/v1/learners/user-ownno/records")
                .then()
                .statusCode(403)
                .body("error_code", equalTo("forbidden"));
        given().get(path(record)).then().statusCode(401).body("error_code", equalTo("unauthorized"));
        given().auth().oauth2(Tokens.service()).get(path(record)).then().statusCode(200);
        given().auth()
                .oauth2(Tokens.staff())
                .get("/api/programs/v1/learners/nobody-there/records")
                .then()
                .statusCode(404)
                .body("error_code", equalTo("learner_not_found"));
        own(record, "/" + record.story().program(9)).statusCode(404).body("error_code", equalTo("record_not_found"));
        own(record, "/x").statusCode(400).body("error_code", equalTo("invalid_uuid"));
    }

    private static ValidatableResponse share(String token, String body, String program) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/records/programs/{hex}/share", program)
                .then();
    }

    private static ValidatableResponse unshare(RecordStory record, String token) {
        return given().auth().oauth2(token).delete(path(record) + "/share").then();
    }

    private static ValidatableResponse own(RecordStory record, String rest) {
        return given().auth()
                .oauth2(record.story().token())
                .get("/api/programs/v1/learners/" + record.story().username() + "/records" + rest)
                .then();
    }

    private static String path(RecordStory record) {
        return "/api/programs/v1/learners/" + record.story().username() + "/records/"
                + record.story().program(1);
    }
}
