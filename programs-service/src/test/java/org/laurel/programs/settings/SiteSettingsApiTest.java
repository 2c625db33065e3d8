package org.laurel.programs.settings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class SiteSettingsApiTest {

    private static final String PATH = "/api/programs/v1/site-configuration";
    private static final String ONE = "00000000-0000-0000-0000-0000000000e1";

    @BeforeEach
    @AfterEach
    void forgetRevisions() {
        Database.current().execute("delete from setting_revision where subject = 'site'");
    }

    @Test
    void isTheUsualOneBeforeTheFirstRevision() {
        // When
        ValidatableResponse answer = staff().get(PATH).then();

        // Then
        answer.statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("id", nullValue(), "configuration.platform_name", equalTo("Laurel"))
                .body("configuration.credentials_enabled", equalTo(true))
                .body("configuration.completion_mails", equalTo(false))
                .body("configuration.programs_without_certificates", hasSize(0));
        staff().header("If-None-Match", "\"0\"").get(PATH).then().statusCode(304);
    }

    @Test
    void whatIsPutHoldsWholeAndIsRemembered() {
        // Given
        put("\"completion_mails\": true, \"records_help_url\": \"https://example.org/help\"")
                .statusCode(200);

        // When
        ValidatableResponse answer = put("""
                "platform_name": " Campus ", "records_enabled": false, "records_by_organization": {"Org": true, "Other": null},
                "partner_from_address": "partners@example.org", "marketing_root": "https://example.org/programs",
                "commerce_url": " ", "programs_without_certificates": ["%s"]""".formatted(ONE));

        // Then
        answer.statusCode(200);
        staff().get(PATH)
                .then()
                .header("ETag", equalTo(answer.extract().header("ETag")))
                .body("configuration.platform_name", equalTo("Campus"))
                .body("configuration.completion_mails", equalTo(false))
                .body("configuration.records_by_organization", equalTo(Map.of("Org", true)))
                .body("configuration.partner_from_address", equalTo("partners@example.org"))
                .body("configuration.records_help_url", nullValue(), "configuration.commerce_url", nullValue())
                .body("changed_by", equalTo("staff"), "change_reason", equalTo("tidied"));
        staff().get(PATH + "/history")
                .then()
                .statusCode(200)
                .body("results.configuration.platform_name", contains("Campus", "Laurel"));
        staff().queryParam("limit", 1).get(PATH + "/history").then().body("next_cursor", not(nullValue()));
    }

    @Test
    void theSameOnceMoreAddsNoRevision() {
        // Given
        String body = "\"records_by_organization\": {\"a\": true, \"b\": false, \"c\": true}";
        String tag = put(body).extract().header("ETag");

        // When
        ValidatableResponse repeated = put(body);

        // Then
        repeated.statusCode(200).header("ETag", equalTo(tag));
        staff().get(PATH + "/history").then().body("results", hasSize(1));
    }

    @Test
    void nobodyOverwritesWhatTheyHaveNotSeen() {
        // Given
        String tag = staff().header("If-Match", "\"0\"")
                .body("{\"configuration\": {\"platform_name\": \"One\"}}")
                .put(PATH)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");

        // When
        ValidatableResponse late = staff().header("If-Match", "\"0\"")
                .body("{\"configuration\": {\"platform_name\": \"Two\"}}")
                .put(PATH)
                .then();

        // Then
        late.statusCode(412).body("error_code", equalTo("version_changed"));
        staff().header("If-Match", tag)
                .body("{\"configuration\": {\"platform_name\": \"Two\"}}")
                .put(PATH)
                .then()
                .statusCode(200);
    }

    @Test
    void everyBrokenRuleIsNamed() {
        // When
        ValidatableResponse answer = put("""
                "platform_name": " ", "programs_without_certificates": ["ALL", "all", null],
                "records_help_url": "javascript:alert(1)", "partner_from_address": "nobody",
                "marketing_root": "/programs", "commerce_url": "ftp://example.org",
                "records_by_organization": {"%s": true}""".formatted("x".repeat(256)));

        // Then
        answer.statusCode(400)
                .contentType("application/problem+json")
                .body("error_code", equalTo("invalid_site_configuration"))
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "configuration.platform_name",
                                "configuration.programs_without_certificates[1]",
                                "configuration.programs_without_certificates[2]",
                                "configuration.records_help_url",
                                "configuration.partner_from_address",
                                "configuration.marketing_root",
                                "configuration.commerce_url",
                                "configuration.records_by_organization"));
    }

    @Test
    void bodiesOfAnotherShapeAreRefused() {
        // When
        ValidatableResponse answer = staff().body("{}").put(PATH).then();

        // Then
        answer.statusCode(400);
        staff().body("[]").put(PATH).then().statusCode(400);
        put("\"platform_name\": {\"en\": \"x\"}").statusCode(400);
        put("\"platform_name\": \"a\\u0000b\"").statusCode(400);
    }

    @Test
    void whatIsReleasedIsAwardedByAJob() {
        // Given
        put("\"programs_without_certificates\": [\"%s\"]".formatted(ONE)).statusCode(200);

        // When
        long one = put("\"credentials_enabled\": true").extract().jsonPath().getLong("id");

        // Then
        assertThat(jobs("waiting-awards", ONE + "@site-" + one)).isEqualTo("1");
        long off = put("\"credentials_enabled\": false").extract().jsonPath().getLong("id");
        assertThat(jobs("credential-evaluation", "site-" + off)).isEqualTo("0");
        long on = put("\"credentials_enabled\": true").extract().jsonPath().getLong("id");
        assertThat(jobs("credential-evaluation", "site-" + on)).isEqualTo("1");
    }

    @Test
    void onlyStaffAndServicesMaySeeAndChangeIt() {
        // Given
        RequestSpecification learner =
                given().auth().oauth2(Tokens.learner("site-ada", "site-ada")).contentType("application/json");

        // When
        ValidatableResponse answer =
                learner.body("{\"configuration\": {}}").put(PATH).then();

        // Then
        answer.statusCode(403);
        given().auth().oauth2(Tokens.support()).get(PATH).then().statusCode(403);
        given().get(PATH + "/history").then().statusCode(401);
    }

    private static String jobs(String kind, String subject) {
        return String.valueOf(
                Database.current().value("select count(*) from job where kind = ? and subject = ?", kind, subject));
    }

    private static ValidatableResponse put(String members) {
        return staff().body("{\"configuration\": {%s}, \"change_reason\": \"tidied\"}".formatted(members))
                .put(PATH)
                .then();
    }

    private static RequestSpecification staff() {
        return given().auth().oauth2(Tokens.staff()).contentType("application/json");
    }
}
