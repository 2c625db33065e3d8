package org.laurel.enrollment.throttle;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** A learner may make 200 requests a minute in tests. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ThrottleApiTest {

    /** Far more than the allowance grows by meanwhile. */
    private static final int MANY = 4_000;

    private final Scene scene = new Scene();

    @Test
    void refusesALearnerWhoAsksTooOften() {
        // Given
        String path = "/learners/" + scene.id("ada");
        Scene.get(scene.token("ada"), path)
                .statusCode(404)
                .header("RateLimit-Policy", equalTo("\"learner\";q=200;w=60"))
                .header("RateLimit", matchesPattern("\"learner\";r=\\d+;t=\\d+"));

        // When
        var answer = Scene.get(scene.token("ada"), path);
        for (int i = 0; i < MANY && answer.extract().statusCode() != 429; i++) {
            answer = Scene.get(scene.token("ada"), path);
        }

        // Then
        answer.statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .header("RateLimit", matchesPattern("\"learner\";r=0;t=\\d+"))
                .body("error_code", equalTo("too_many_requests"), "status", equalTo(429));
        Scene.get(scene.token("bob"), path).statusCode(404);
        Scene.get(Tokens.service(), path).statusCode(404).header("RateLimit", nullValue());
    }
}
