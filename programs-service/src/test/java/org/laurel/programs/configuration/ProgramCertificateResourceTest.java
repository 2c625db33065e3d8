package org.laurel.programs.configuration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.laurel.programs.configuration.StaffCalls.delete;
import static org.laurel.programs.configuration.StaffCalls.get;
import static org.laurel.programs.configuration.StaffCalls.patch;
import static org.laurel.programs.configuration.StaffCalls.post;
import static org.laurel.programs.configuration.StaffCalls.put;
import static org.laurel.programs.configuration.StaffCalls.staff;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.Story;

/** Certificate configurations of programs by REST. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ProgramCertificateResourceTest {

    private static final String PATH = "/api/programs/v1/programs/{uuid}/certificate-configuration";
    private static final String LIST = "/api/programs/v1/certificate-configurations";

    @Test
    void aNewProgramHasAnActiveConfiguration() {
        // Given
        Story story = new Story("configured");

        // When
        story.put(1, List.of(List.of("A"))).statusCode(201);

        // Then
        get(PATH, story.program(1))
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("program_uuid", equalTo(story.program(1)))
                .body("is_active", equalTo(true))
                .body("title", nullValue())
                .body("signatories", empty())
                .body("use_org_name", equalTo(false))
                .body("include_hours_of_effort", equalTo(false))
                .body("language", nullValue())
                .body("version", equalTo(1));
    }

    @Test
    void replacingAProgramLeavesItsConfiguration() {
        // Given
        Story story = new Story("kept");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        patch(PATH, "{\"is_active\": false}", story.program(1)).statusCode(200);

        // When
        story.put(1, List.of(List.of("A"), List.of("B"))).statusCode(200);

        // Then
        get(PATH, story.program(1)).body("is_active", equalTo(false), "version", equalTo(2));
    }

    @Test
    void replacesAndRemembers() {
        // Given
        Story story = new Story("replaced");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        int first = signatory("Grace");
        int second = signatory("Alan");

        // When
        var answer = put(PATH, """
                {"title": "The Title", "signatories": [%d, %d], "use_org_name": true,
                 "include_hours_of_effort": true, "language": "fr", "change_reason": "as agreed"}
                """.formatted(second, first), story.program(1));

        // Then
        answer.statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("is_active", equalTo(true))
                .body("title", equalTo("The Title"))
                .body("signatories", contains(second, first))
                .body("use_org_name", equalTo(true))
                .body("include_hours_of_effort", equalTo(true))
                .body("language", equalTo("fr"))
                .body("change_reason", equalTo("as agreed"));
        get(PATH + "/history", story.program(1))
                .statusCode(200)
                .body("results.version", contains(2, 1))
                .body("results.signatories[0]", contains(second, first))
                .body("results.title[1]", nullValue());
        staff().queryParam("limit", 1)
                .get(PATH + "/history", story.program(1))
                .then()
                .body("results.version", contains(2), "next_cursor", equalTo("2"));
    }

    @Test
    void makesAConfigurationWhereThereIsNone() {
        // Given
        Story story = new Story("unconfigured");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        Database.current().execute("delete from program_certificate where program_uuid = ?::uuid", story.program(1));

        // When
        var none = get(PATH, story.program(1));
        var patched = patch(PATH, "{\"is_active\": true}", story.program(1));
        var deleted = delete(PATH, story.program(1));
        var made = put(PATH, "{}", story.program(1));

        // Then
        none.statusCode(404).body("error_code", equalTo("certificate_configuration_not_found"));
        patched.statusCode(404);
        deleted.statusCode(404);
        made.statusCode(201).body("version", equalTo(1));
    }

    @Test
    void puttingTheSameAgainIsNoChange() {
        // Given
        Story story = new Story("unchanged");
        story.put(1, List.of(List.of("A"))).statusCode(201);

        // When
        var again = put(PATH, "{\"change_reason\": \"nothing\"}", story.program(1));

        // Then
        again.statusCode(200).header("ETag", equalTo("\"1\"")).body("change_reason", nullValue());
        get(PATH + "/history", story.program(1)).body("results.version", contains(1));
    }

    @Test
    void deletingDeactivates() {
        // Given
        Story story = new Story("deactivated");
        story.put(1, List.of(List.of("A"))).statusCode(201);

        // When
        var answer = delete(PATH, story.program(1));

        // Then
        answer.statusCode(200).body("is_active", equalTo(false), "version", equalTo(2));
    }

    @Test
    void becomingActiveHasTheProgramEvaluatedOnce() {
        // Given
        Story story = new Story("evaluated");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        patch(PATH, "{\"is_active\": false}", story.program(1)).statusCode(200);
        patch(PATH, "{\"title\": \"Idle\"}", story.program(1)).statusCode(200);

        // When
        patch(PATH, "{\"is_active\": true}", story.program(1)).statusCode(200);

        // Then
        assertThat(Database.current()
                        .query(
                                "select subject from job where kind = 'waiting-awards' and subject like ? order by id",
                                story.program(1) + "@certificate-%"))
                .extracting(row -> row.get("subject"))
                .containsExactly(story.program(1) + "@certificate-4");
    }

    @Test
    void honoursIfMatch() {
        // Given
        Story story = new Story("matched");
        story.put(1, List.of(List.of("A"))).statusCode(201);

        // When
        var stale = staff().header("If-Match", "\"7\"").body("{}").put(PATH, story.program(1));
        var met = staff().header("If-Match", "\"1\"").body("{\"title\": \"T\"}").put(PATH, story.program(1));
        var known = staff().header("If-None-Match", "\"2\"").get(PATH, story.program(1));

        // Then
        stale.then().statusCode(412).body("error_code", equalTo("version_changed"));
        met.then().statusCode(200);
        known.then().statusCode(304);
    }

    /** Who changed it has left since: the database writes the row once more, with another name. */
    @Test
    void theHistoryShowsEachVersionOnce() {
        // Given
        Story story = new Story("erased");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        patch(PATH, "{\"title\": \"T\"}", story.program(1)).statusCode(200);

        // When
        Database.current()
                .execute(
                        "update program_certificate set changed_by = 'l-1' where program_uuid = ?::uuid",
                        story.program(1));

        // Then
        get(PATH + "/history", story.program(1)).body("results.version", contains(2, 1));
    }

    @Test
    void listsByActivity() {
        // Given
        Story story = new Story("listed");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        story.put(2, List.of(List.of("B"))).statusCode(201);
        patch(PATH, "{\"is_active\": false}", story.program(2)).statusCode(200);

        // When
        var inactive =
                staff().queryParam("is_active", false).queryParam("limit", 200).get(LIST);
        var page = staff().queryParam("limit", 1).get(LIST);

        // Then
        inactive.then()
                .statusCode(200)
                .body("results.program_uuid", hasItem(story.program(2)))
                .body("results.program_uuid", not(hasItem(story.program(1))));
        String next = page.then().body("results.size()", equalTo(1)).extract().path("next_cursor");
        staff().queryParam("cursor", next).get(LIST).then().body("results.program_uuid", not(hasItem(next)));
        staff().queryParam("cursor", "x").get(LIST).then().statusCode(400).body("error_code", equalTo("invalid_uuid"));
    }

    @Test
    void namesEverythingThatIsWrong() {
        // Given
        Story story = new Story("miswritten");
        story.put(1, List.of(List.of("A"))).statusCode(201);

        // When
        var answer = put(PATH, """
                {"is_active": null, "title": "a\\u0000b", "signatories": [1, 1], "use_org_name": "yes",
                 "include_hours_of_effort": 1, "language": "no language"}
                """, story.program(1));

        // Then
        answer.statusCode(400)
                .body("error_code", equalTo("invalid_certificate_configuration"))
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "is_active",
                                "title",
                                "signatories",
                                "use_org_name",
                                "include_hours_of_effort",
                                "language"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{\"signatories\": [999999999]}", "{\"title\": 7}"})
    void refusesBodiesThatAreNone(String body) {
        // Given
        Story story = new Story("unreadable");
        story.put(1, List.of(List.of("A")));

        // When
        var answer = put(PATH, body, story.program(1));

        // Then
        answer.statusCode(400).contentType("application/problem+json");
    }

    @Test
    void knowsItsPrograms() {
        put(PATH, "{}", new Story("nowhere").program(1))
                .statusCode(404)
                .body("error_code", equalTo("program_not_found"));
        get(PATH, "1-1-1").statusCode(400).body("error_code", equalTo("invalid_uuid"));
    }

    @Test
    void isForStaffAndServiceClients() {
        // Given
        Story story = new Story("private");

        // When
        var answer = given().auth().oauth2(story.token()).get(PATH, story.program(1));
        var list = given().auth().oauth2(story.token()).get(LIST);

        // Then
        answer.then().statusCode(403);
        list.then().statusCode(403);
        given().auth().oauth2(Tokens.service()).get(LIST).then().statusCode(200);
    }

    private static int signatory(String name) {
        return post("/api/programs/v1/signatories", "{\"name\": \"%s\", \"title\": \"Dean\"}".formatted(name))
                .statusCode(201)
                .extract()
                .path("id");
    }
}
