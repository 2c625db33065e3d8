package org.laurel.kit.page;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Tokens;
import org.laurel.sample.KitTest;

/** Links in answers lead where the client called, not where a proxy did. */
@KitTest
class ForwardedAddressTest {

    @Test
    void linksLeadToTheAddressThatTheProxyWasCalledBy() {
        // Given
        ValidatableResponse created = add("forwarded-1");
        add("forwarded-2");
        add("forwarded-3");

        // When
        ValidatableResponse page = given().header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "learn.example.org")
                .get("/api/tally/v1/learners?prefix=forwarded-")
                .then();

        // Then
        created.header("Location", startsWith("https://learn.example.org/api/tally/"));
        page.body("next", startsWith("https://learn.example.org/api/tally/v1/learners?"));
    }

    private static ValidatableResponse add(String learner) {
        return given().auth()
                .oauth2(Tokens.staff())
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "learn.example.org")
                .contentType(ContentType.JSON)
                .body(Map.of("learner_id", learner, "amount", 1))
                .post("/api/tally/v1/additions")
                .then()
                .statusCode(201);
    }
}
