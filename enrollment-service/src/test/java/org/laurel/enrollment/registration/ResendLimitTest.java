package org.laurel.enrollment.registration;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.LaurelInfrastructure;

/** A deployment that lets each host try twice an hour. */
@QuarkusTest
@TestProfile(ResendLimitTest.Strict.class)
@QuarkusTestResource(LaurelInfrastructure.class)
class ResendLimitTest {

    /** Allows two attempts. */
    public static class Strict implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("laurel.registration.attempts-per-hour-and-host", "2");
        }
    }

    private final Scene scene = new Scene();

    @Test
    void slowsDownAHostThatAsksForMailsToMoreAndMoreAddresses() {
        // Given
        resend("ada").statusCode(200);
        resend("bob").statusCode(200);

        // When
        var answer = resend("eve");

        // Then
        answer.statusCode(429).header("Retry-After", notNullValue());
    }

    private ValidatableResponse resend(String name) {
        return given().formParam("email", scene.email(name))
                .post("/activate/resend")
                .then();
    }
}
