package org.laurel.kit.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.jwt.build.Jwt;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.kit.test.infra.SharedServers;
import org.laurel.sample.KitTest;

/** A service that is told its audience takes no tokens that were made for others. */
@KitTest
@TestProfile(AudienceTest.WithAudience.class)
class AudienceTest {

    /** The service is told its audience. */
    public static class WithAudience implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("laurel.jwt.audience", "laurel,registrar");
        }
    }

    @Test
    void aTokenMustNameOneOfTheAudiences() {
        // Given
        String fitting = tokenFor("registrar");

        // When
        int status = status(fitting);

        // Then
        assertThat(status).isEqualTo(200);
        assertThat(status(tokenFor("somebody-else"))).isEqualTo(401);
        assertThat(status(Tokens.learner("42", "ada"))).isEqualTo(401);
    }

    private static String tokenFor(String audience) {
        return Jwt.issuer(LaurelInfrastructure.ISSUER)
                .subject("42")
                .audience(audience)
                .expiresIn(3600)
                .sign(SharedServers.get().signingKey());
    }

    private static int status(String token) {
        return given().auth().oauth2(token).get("/api/tally/v1/me").statusCode();
    }
}
