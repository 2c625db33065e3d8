package org.laurel.kit.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.infra.SharedServers;
import org.laurel.sample.KitTest;

/** What the claims of a token mean. */
@KitTest
class CallerTest {

    @Test
    void thePreferredUsernameIsTheUsername() {
        // Given
        JwtClaimsBuilder token = token().subject("42").upn("ada@example.org").preferredUserName("ada");

        // When
        ValidatableResponse answer = ask(token);

        // Then
        answer.statusCode(200).body("learner_id", equalTo("42")).body("username", equalTo("ada"));
    }

    @Test
    void theUpnIsTheUsernameWhereNoneIsPreferred() {
        // Given
        JwtClaimsBuilder token = token().subject("42").upn("ada");

        // When
        ValidatableResponse answer = ask(token);

        // Then
        answer.statusCode(200).body("username", equalTo("ada"));
    }

    @Test
    void theLearnerIdIsNeverTakenForAUsername() {
        // Given
        JwtClaimsBuilder token = token().subject("42");

        // When
        ValidatableResponse answer = ask(token);

        // Then
        answer.statusCode(200).body("learner_id", equalTo("42")).body("username", equalTo(""));
    }

    @Test
    void aTokenWithoutSubjectIsRefused() {
        // Given
        JwtClaimsBuilder token = token().upn("ada").groups(Roles.SERVICE);

        // When
        ValidatableResponse answer = ask(token);

        // Then
        answer.statusCode(401).contentType("application/problem+json").body("error_code", equalTo("unauthorized"));
    }

    @Test
    void aTokenWithABlankSubjectIsRefused() {
        // Given
        JwtClaimsBuilder token = token().subject(" ").upn("ada");

        // When
        ValidatableResponse answer = ask(token);

        // Then
        answer.statusCode(401).body("error_code", equalTo("unauthorized"));
    }

    private static JwtClaimsBuilder token() {
        return Jwt.issuer(LaurelInfrastructure.ISSUER).expiresIn(3600);
    }

    private static ValidatableResponse ask(JwtClaimsBuilder token) {
        return given().auth()
                .oauth2(token.sign(SharedServers.get().signingKey()))
                .get("/api/tally/v1/me")
                .then();
    }
}
