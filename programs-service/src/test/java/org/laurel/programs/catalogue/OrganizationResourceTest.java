package org.laurel.programs.catalogue;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.laurel.programs.catalogue.Calls.delete;
import static org.laurel.programs.catalogue.Calls.get;
import static org.laurel.programs.catalogue.Calls.learner;
import static org.laurel.programs.catalogue.Calls.put;
import static org.laurel.programs.catalogue.Calls.uuid;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** Organisations by REST. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class OrganizationResourceTest {

    @Test
    void createsReplacesAndReadsAnOrganisationByItsVersion() {
        // Given
        String path = path("org-life");
        put(path, "{\"key\": \"LifeX\"}")
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", endsWith(path))
                .body("name", equalTo("LifeX"), "logo_image_url", nullValue());

        // When
        var replaced = put(
                path,
                "{\"key\": \"LifeX\", \"name\": \"Life\", \"certificate_logo_image_url\": \"https://x.example/l.png\"}",
                "\"1\"");

        // Then
        replaced.statusCode(200).header("ETag", "\"2\"");
        get(path)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("name", equalTo("Life"), "certificate_logo_image_url", equalTo("https://x.example/l.png"));
        learner().get(Calls.BASE + path).then().statusCode(200);
        given().auth()
                .oauth2(Tokens.staff())
                .header("If-None-Match", "\"2\"")
                .get(Calls.BASE + path)
                .then()
                .statusCode(304);
    }

    @Test
    void keepsTheVersionWhenNothingChanges() {
        // Given
        String path = path("org-same");
        put(path, "{\"key\": \"SameX\", \"name\": \"Same\"}").statusCode(201);

        // When
        var again = put(path, "{\"name\": \"Same\", \"key\": \"SameX\", \"whatever\": 7}", "*");

        // Then
        again.statusCode(200).header("ETag", "\"1\"");
        get(path + "/history").body("results.version", contains(1));
    }

    @Test
    void refusesAnotherVersionThanTheExpectedOne() {
        // Given
        String path = path("org-stale");
        put(path, "{\"key\": \"StaleX\"}").statusCode(201);

        // When
        var stale = put(path, "{\"key\": \"StaleX\", \"name\": \"New\"}", "\"7\"");

        // Then
        stale.statusCode(412).body("error_code", equalTo("version_changed"));
        put(path("org-absent"), "{\"key\": \"AbsentX\"}", "*").statusCode(412);
        delete(path, "\"7\"").statusCode(412);
    }

    @Test
    void refusesAKeyThatAnotherHas() {
        // Given
        put(path("org-first"), "{\"key\": \"TakenX\"}").statusCode(201);

        // When
        var second = put(path("org-second"), "{\"key\": \"TakenX\"}");

        // Then
        second.statusCode(409).body("error_code", equalTo("organization_key_taken"));
    }

    @Test
    void isAnAuthorHoweverADocumentWritesItsUuid() {
        // Given
        String path = path("org-shouted");
        put(path, "{\"key\": \"ShoutedX\"}").statusCode(201);
        String shouted = uuid("org-shouted").toUpperCase(Locale.ROOT);
        put("programs/" + uuid("shouted-program"), """
                {"title": "Loud", "authoring_organizations": [{"uuid": "%s"}]}""".formatted(shouted)).statusCode(201);

        // When
        var deleted = delete(path, "");

        // Then
        deleted.statusCode(409).body("error_code", equalTo("in_use"));
        get("programs", "organization", uuid("org-shouted")).body("results.title", contains("Loud"));
        get("programs", "organization", shouted).body("results.title", contains("Loud"));
    }

    @Test
    void namesEverythingThatIsWrong() {
        // When
        var answer = put(path("org-wrong"), """
                {"uuid": "%s", "name": 7, "logo_image_url": "javascript:alert(1)", "certificate_logo_image_url": "/x"}""".formatted(uuid("another")));

        // Then
        answer.statusCode(400)
                .body("error_code", equalTo("invalid_organization"))
                .body(
                        "violations.field",
                        containsInAnyOrder("uuid", "key", "name", "logo_image_url", "certificate_logo_image_url"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "{\"key\": \"a\\u0000b\"}", "{\"key\": \" \"}"})
    void refusesWhatIsNoOrganisation(String body) {
        put(path("org-none"), body).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void answersForUnknownAndMalformedUuids() {
        get(path("org-unknown")).statusCode(404).body("error_code", equalTo("organization_not_found"));
        delete(path("org-unknown"), "").statusCode(404);
        get("organizations/x").statusCode(400).body("error_code", equalTo("invalid_uuid"));
    }

    @Test
    void letsOnlyStaffAndServicesChangeAndSeeWhoDid() {
        // Given
        String path = Calls.BASE + path("org-forbidden");

        // When
        var put = learner().body("{\"key\": \"ForbiddenX\"}").put(path);

        // Then
        put.then().statusCode(403);
        learner().delete(path).then().statusCode(403);
        learner().get(path + "/history").then().statusCode(403);
    }

    @Test
    void cannotBeDeletedWhileAProgramNamesIt() {
        // Given
        put(path("org-used"), "{\"key\": \"UsedX\"}").statusCode(201);
        String program = "programs/" + uuid("org-used-program");
        put(program, "{\"title\": \"Of UsedX\", \"authoring_organizations\": [{\"key\": \"UsedX\"}]}")
                .statusCode(201);

        // When
        var refused = delete(path("org-used"), "\"1\"");

        // Then
        refused.statusCode(409).body("error_code", equalTo("in_use")).body("detail", containsString("Of UsedX"));
        delete(program, "").statusCode(204);
        delete(path("org-used"), "\"1\"").statusCode(204);
        get(path("org-used")).statusCode(404);
    }

    @Test
    void keepsTheHistoryOfADeletedOrganisationAndGoesOnCounting() {
        // Given
        String path = path("org-again");
        put(path, "{\"key\": \"AgainX\"}").statusCode(201);
        delete(path, "").statusCode(204);

        // When
        var again = put(path, "{\"key\": \"AgainX\", \"name\": \"Again\"}");

        // Then
        again.statusCode(201).header("ETag", "\"3\"");
        get(path + "/history")
                .statusCode(200)
                .body(
                        "results.operation",
                        contains("created", "deleted", "created"),
                        "results.version",
                        contains(3, 2, 1),
                        "results.document.name",
                        contains("Again", "AgainX", "AgainX"),
                        "results[0].changed_by",
                        equalTo("staff"));
    }

    @Test
    void leadsThroughTheHistoryByCursor() {
        // Given
        String path = path("org-history");
        put(path, "{\"key\": \"HistoryX\", \"name\": \"1\"}").statusCode(201);
        put(path, "{\"key\": \"HistoryX\", \"name\": \"2\"}").statusCode(200);

        // When
        var first = get(path + "/history", "limit", 1);

        // Then
        String cursor = first.body("results.version", contains(2)).extract().path("next_cursor");
        get(path + "/history", "limit", 1, "cursor", cursor)
                .body("results.version", contains(1), "next_cursor", nullValue());
        get(path + "/history", "limit", 0).statusCode(400);
    }

    @Test
    void listsByKeyAndGoesOnByCursor() {
        // Given
        put(path("org-list-b"), "{\"key\": \"ListedOrgB\", \"name\": \"%s\"}".formatted("50%_off\\\\"))
                .statusCode(201);
        put(path("org-list-a"), "{\"key\": \"ListedOrgA\"}").statusCode(201);

        // When
        var first = get("organizations", "q", "listedorg", "page_size", 1);

        // Then
        first.statusCode(200).body("results.key", contains("ListedOrgA"), "count", equalTo(2));
        get("organizations", "q", "listedorg", "cursor", first.extract().path("next_cursor"))
                .body("results.key", contains("ListedOrgB"), "next_cursor", nullValue());
        get("organizations", "q", "50%_OFF\\").body("results.key", contains("ListedOrgB"));
        get("organizations", "key", "ListedOrgA", "q", " ").body("results.uuid", contains(uuid("org-list-a")));
    }

    private static String path(String word) {
        return "organizations/" + uuid(word);
    }
}
