package org.laurel.kit.page;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Tokens;
import org.laurel.sample.KitTest;

/** Links in answers lead to the public address, whatever a request says about hosts. */
@KitTest
class PublicUrlTest {

    private static final String PUBLIC = "http://localhost:8080/api/tally/v1/";

    @Test
    void linksBetweenPagesArePublic() {
        // Given
        add("public-1", UUID.randomUUID());
        add("public-2", UUID.randomUUID());
        add("public-3", UUID.randomUUID());

        // When
        ValidatableResponse page = given().header("X-Forwarded-Host", "evil.example.org")
                .header("X-Forwarded-Proto", "1")
                .get("/api/tally/v1/learners?prefix=public-&page=1")
                .then();

        // Then
        page.body("next", equalTo(PUBLIC + "learners?prefix=public-&page=2"));
    }

    @Test
    void locationsArePublicAlsoInARepeatedAnswer() {
        // Given
        UUID key = UUID.randomUUID();

        // When
        ValidatableResponse first = add("public-4", key);
        ValidatableResponse again = add("public-4", key);

        // Then
        first.header("Location", startsWith(PUBLIC + "learners/public-4"));
        again.header("Location", startsWith(PUBLIC + "learners/public-4"))
                .header("Idempotency-Replayed", equalTo("true"));
    }

    private static ValidatableResponse add(String learner, UUID key) {
        return given().auth()
                .oauth2(Tokens.staff())
                .header("Host", "evil.example.org")
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(Map.of("learner_id", learner, "amount", 1))
                .post("/api/tally/v1/additions")
                .then()
                .statusCode(201);
    }
}
