package org.laurel.enrollment.retirement;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.LaurelInfrastructure;

/** A deployment that wants to be sure that it is the learner who asks. */
@QuarkusTest
@TestProfile(FreshSignInTest.Demanding.class)
@QuarkusTestResource(LaurelInfrastructure.class)
class FreshSignInTest {

    /** Asks for a sign-in of the last five minutes. */
    public static class Demanding implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("laurel.retirement.fresh-sign-in", "5m");
        }
    }

    private final Scene scene = new Scene();

    @Test
    void aTokenThatDoesNotTellWhenItsOwnerSignedInIsNotEnough() {
        // Given
        scene.register("ada");

        // When
        var answer = given().auth()
                .oauth2(scene.token("ada"))
                .post(Departing.ACCOUNTS + "deactivate_logout/")
                .then();

        // Then
        answer.statusCode(403);
    }
}
