package org.laurel.programs.lti;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.Story;

/** A deployment without a key for secrets takes none, and says what is missing. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class LtiWithoutKeyTest {

    @Test
    void secretsAreRefusedAndEverythingElseIsTaken() {
        // Given
        Story story = new Story("lti-keyless");
        story.put(1, List.of(List.of("A"))).statusCode(201);

        // When
        ValidatableResponse answer = put(story, "\"secret\": \"hush\",");

        // Then
        answer.statusCode(409)
                .body("error_code", equalTo("no_secret_key"), "detail", containsString("LAUREL_LTI_SECRET_KEY"));
        put(story, "").statusCode(201).body("lti_configuration.has_secret", equalTo(false));
        put(story, "\"secret\": \"\",").statusCode(200);
    }

    @Test
    void nothingIsEncryptedAnew() {
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.staff())
                .post("/api/programs/v1/lti-secrets:renew")
                .then()
                .statusCode(409)
                .body("error_code", equalTo("no_secret_key"));
    }

    private static ValidatableResponse put(Story story, String secret) {
        return given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body("""
                        {"provider_type": "any-at-all", "lti_configuration":
                          {%s "version": "1.3", "launch_url": "https://tool.example.org/"}}""".formatted(secret))
                .put("/api/programs/v1/programs/" + story.program(1) + "/live-configuration")
                .then();
    }
}
