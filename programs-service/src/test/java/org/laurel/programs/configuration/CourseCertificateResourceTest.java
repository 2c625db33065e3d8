package org.laurel.programs.configuration;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.laurel.programs.configuration.StaffCalls.get;
import static org.laurel.programs.configuration.StaffCalls.patch;
import static org.laurel.programs.configuration.StaffCalls.post;
import static org.laurel.programs.configuration.StaffCalls.put;
import static org.laurel.programs.configuration.StaffCalls.staff;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.Story;

/** Certificate configurations of course runs by REST. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CourseCertificateResourceTest {

    private static final String LIST = "/api/v2/course_certificates/";
    private static final String PATH = LIST + "{course_id}/";
    private static final String HISTORY = "/api/programs/v1/course-certificates/{course_key}/history";

    @Test
    void makesAConfigurationInTheShapeThatClientsRead() {
        // Given
        Story story = new Story("coursecert");

        // When
        ValidatableResponse answer = make(story.course("A"), "verified", "\"2030-01-02T03:04:05Z\"", true);

        // Then
        answer.statusCode(201)
                .body("id", notNullValue())
                .body("site", equalTo(1))
                .body("course_id", equalTo(story.course("A")))
                .body("$", hasKey("course_run"))
                .body("course_run", nullValue())
                .body("certificate_type", equalTo("verified"))
                .body("certificate_available_date", equalTo("2030-01-02T03:04:05Z"))
                .body("is_active", equalTo(true));
    }

    @Test
    void namesTheRunOfTheCatalogue() {
        // Given
        Story story = new Story("catalogued");
        story.put(1, List.of(List.of("A"))).statusCode(201);

        // When
        ValidatableResponse answer = make(story.course("A"), "verified", "null", true);

        // Then
        answer.statusCode(201)
                .body("course_run", equalTo(story.course("A")), "certificate_available_date", nullValue());
    }

    @Test
    void postingAgainReplaces() {
        // Given
        Story story = new Story("upserted");
        int id = make(story.course("A"), "verified", "\"2030-01-01T00:00:00Z\"", true)
                .extract()
                .path("id");

        // When
        ValidatableResponse answer = make(story.course("A"), "verified", "null", false);

        // Then
        answer.statusCode(201)
                .body("id", equalTo(id), "certificate_available_date", nullValue(), "is_active", equalTo(false));
        get(HISTORY, story.course("A"))
                .statusCode(200)
                .body("results.certificate_available_date", contains(null, "2030-01-01T00:00:00Z"))
                .body("results.version", contains(2, 1))
                .body("results.dated_by", contains("/programs", "/programs"));
    }

    @Test
    void eachTypeHasItsOwn() {
        // Given
        Story story = new Story("twotypes");
        int honor = make(story.course("A"), "honor", "null", false).extract().path("id");
        int verified =
                make(story.course("A"), "verified", "null", true).extract().path("id");

        // When
        ValidatableResponse shown = get(PATH, story.course("A"));
        ValidatableResponse patched =
                patch(PATH, "{\"certificate_type\": \"honor\", \"is_active\": true}", story.course("A"));

        // Then
        shown.statusCode(200).body("id", equalTo(verified));
        patched.statusCode(200).body("id", equalTo(honor), "is_active", equalTo(true));
    }

    @Test
    void replacesAndPatches() {
        // Given
        Story story = new Story("patched");
        make(story.course("A"), "verified", "null", true);

        // When
        ValidatableResponse replaced = put(PATH, """
                {"course_id": "%s", "certificate_type": "masters", "certificate_available_date":
                 "2030-01-01 00:00:00+00:00", "is_active": false}
                """.formatted(story.course("A")), story.course("A"));
        ValidatableResponse patched =
                patch(PATH, "{\"certificate_available_date\": \"2031-01-01T01:00:00+01:00\"}", story.course("A"));

        // Then
        replaced.statusCode(200)
                .body("certificate_type", equalTo("masters"), "is_active", equalTo(false))
                .body("certificate_available_date", equalTo("2030-01-01T00:00:00Z"));
        patched.statusCode(200)
                .body("certificate_available_date", equalTo("2031-01-01T00:00:00Z"))
                .body("certificate_type", equalTo("masters"), "is_active", equalTo(false));
    }

    @Test
    void nobodyOverwritesWhatTheyHaveNotSeen() {
        // Given
        Story story = new Story("unseen");
        make(story.course("A"), "honor", "null", true);
        String old = get(PATH, story.course("A")).extract().header("ETag");
        String seen =
                make(story.course("A"), "verified", "null", true).extract().header("ETag");

        // When
        var late =
                staff().header("If-Match", old).body("{\"is_active\": false}").patch(PATH, story.course("A"));
        var met =
                staff().header("If-Match", seen).body("{\"is_active\": false}").patch(PATH, story.course("A"));

        // Then
        late.then().statusCode(412).body("error_code", equalTo("version_changed"));
        met.then().statusCode(200).header("ETag", equalTo("\"3\""));
        get(PATH, story.course("A")).statusCode(200).header("ETag", equalTo("\"3\""));
    }

    /** Who changed it has left since: the database writes the row once more, with another name. */
    @Test
    void theHistoryShowsEachVersionOnce() {
        // Given
        Story story = new Story("certerased");
        make(story.course("A"), "honor", "null", true);
        make(story.course("A"), "verified", "null", true);

        // When
        Database.current()
                .execute("update course_certificate set changed_by = 'l-1' where course_key = ?", story.course("A"));

        // Then
        get(HISTORY, story.course("A")).body("results.certificate_type", contains("verified", "honor"));
    }

    @ParameterizedTest
    @CsvSource({"/, Org-slash/Course/Run", "%2F, Org-encoded/Course/Run"})
    void takesKeysWithSlashes(String slash, String key) {
        // Given
        make(key, "honor", "null", true).statusCode(201);

        // When
        var answer = staff().urlEncodingEnabled(false).get(LIST + key.replace("/", slash) + "/");

        // Then
        answer.then().statusCode(200).body("course_id", equalTo(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"course_id", "certificate_type", "certificate_available_date", "is_active"})
    void needsEveryMember(String missing) {
        // Given
        String body = """
                {"course_id": "course-v1:Org+needs+Run", "certificate_type": "verified",
                 "certificate_available_date": null, "is_active": true}""".replace(missing, "other");

        // When
        ValidatableResponse answer = post(LIST, body);

        // Then
        answer.statusCode(400)
                .body("error_code", equalTo("invalid_course_certificate"))
                .body("violations.field", contains(missing));
    }

    @Test
    void namesEverythingThatIsWrong() {
        // When
        ValidatableResponse answer = post(LIST, """
                {"course_id": "nonsense", "certificate_type": "audit", "certificate_available_date": "None",
                 "is_active": null}""");

        // Then
        answer.statusCode(400)
                .body(
                        "violations.field",
                        containsInAnyOrder("course_id", "certificate_type", "certificate_available_date", "is_active"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "7",
                "{\"certificate_available_date\": \"+12026-01-01T00:00:00Z\"}",
                "{\"course_id\": 3}"
            })
    void refusesChangesThatAreNone(String body) {
        // Given
        Story story = new Story("nochange");
        make(story.course("A"), "verified", "null", true);

        // When
        ValidatableResponse answer = patch(PATH, body, story.course("A"));

        // Then
        answer.statusCode(400).contentType("application/problem+json");
    }

    @Test
    void refusesAnotherKeyThanThatOfThePath() {
        // Given
        Story story = new Story("otherkey");
        make(story.course("A"), "verified", "null", true);

        // When
        ValidatableResponse answer =
                patch(PATH, "{\"course_id\": \"%s\"}".formatted(story.course("B")), story.course("A"));

        // Then
        answer.statusCode(400).body("violations.field", contains("course_id"));
    }

    @Test
    void answersNotFoundForRunsWithoutConfiguration() {
        // Given
        Story story = new Story("noconfig");

        // Then
        get(PATH, story.course("A")).statusCode(404).body("error_code", equalTo("course_certificate_not_found"));
        patch(PATH, "{\"is_active\": true}", story.course("A")).statusCode(404);
        get(PATH, "nonsense").statusCode(404);
        get(HISTORY, "nonsense").statusCode(400).body("error_code", equalTo("invalid_course_key"));
    }

    @Test
    void isForStaffAndServiceClients() {
        // Given
        Story story = new Story("certstaff");
        make(story.course("A"), "verified", "null", true);

        // Then
        given().auth().oauth2(story.token()).get(PATH, story.course("A")).then().statusCode(403);
        given().auth()
                .oauth2(Tokens.service())
                .get(PATH, story.course("A"))
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse make(String courseId, String type, String date, boolean active) {
        return post(LIST, """
                {"course_id": "%s", "certificate_type": "%s", "certificate_available_date": %s, "is_active": %s}
                """.formatted(courseId, type, date, active));
    }
}
