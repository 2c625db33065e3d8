package org.laurel.programs.settings;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** The configuration that only grows, the newest revision of which holds. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ProgramsApiApiTest {

    private static final String PATH = "/api/programs/v1/programs-api-configuration";

    @BeforeEach
    @AfterEach
    void forgetRevisions() {
        Database.current().execute("delete from setting_revision where subject = 'programs-api'");
    }

    @Test
    void isDisabledBeforeTheFirst() {
        // When
        ValidatableResponse answer = staff().get(PATH).then();

        // Then
        answer.statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("id", nullValue(), "enabled", equalTo(false), "marketing_path", equalTo(""));
    }

    @Test
    void theNewestHoldsAndAllAreKept() {
        // Given
        put("{\"enabled\": true, \"marketing_path\": \"programs\", \"change_reason\": \"opened\"}")
                .statusCode(200);

        // When
        ValidatableResponse answer = put("{\"enabled\": false}");

        // Then
        answer.statusCode(200).body("enabled", equalTo(false), "marketing_path", equalTo(""));
        staff().get(PATH).then().header("ETag", equalTo(answer.extract().header("ETag")));
        staff().get(PATH + "/history")
                .then()
                .statusCode(200)
                .body("results.enabled", contains(false, true))
                .body("results.marketing_path", contains("", "programs"))
                .body("results.changed_by", contains("staff", "staff"))
                .body("results.change_reason", contains(null, "opened"));
        put("{\"enabled\": false}").statusCode(200);
        staff().get(PATH + "/history").then().body("results", hasSize(2));
        String cursor = staff().queryParam("limit", 1).get(PATH + "/history").path("next_cursor");
        staff().queryParam("cursor", cursor)
                .get(PATH + "/history")
                .then()
                .body("results.enabled", contains(true), "next_cursor", nullValue());
    }

    @Test
    void nobodyOverwritesWhatTheyHaveNotSeen() {
        // Given
        put("{\"enabled\": true}").statusCode(200);

        // When
        ValidatableResponse late = staff().header("If-Match", "\"0\"")
                .body("{\"enabled\": false}")
                .put(PATH)
                .then();

        // Then
        late.statusCode(412).body("error_code", equalTo("version_changed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"enabled\": null}",
                "{\"enabled\": true, \"marketing_path\": \"a b\"}",
                "{\"enabled\": true, \"marketing_path\": \"\\u0000\"}"
            })
    void whatBreaksARuleIsRefused(String body) {
        put(body).statusCode(400);
    }

    @Test
    void onlyStaffAndServicesMaySeeIt() {
        // When
        ValidatableResponse answer = given().auth()
                .oauth2(Tokens.learner("api-ada", "api-ada"))
                .get(PATH)
                .then();

        // Then
        answer.statusCode(403);
        given().get(PATH + "/history").then().statusCode(401);
    }

    private static ValidatableResponse put(String body) {
        return staff().body(body).put(PATH).then();
    }

    private static RequestSpecification staff() {
        return given().auth().oauth2(Tokens.staff()).contentType("application/json");
    }
}
