package org.laurel.kit.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.infra.SharedServers;
import org.laurel.sample.KitTest;

/** What tokens of restricted applications open. */
@KitTest
class ApplicationGateTest {

    private static final String OPEN = "/api/tally/v1/granted";
    private static final String CLOSED = "/api/tally/v1/me";
    private static final String PUBLIC = "/api/tally/v1/learners?prefix=none";

    @Test
    void aScopeOpensWhatAsksForIt() {
        // Given
        JwtClaimsBuilder listed = restricted().claim("scopes", List.of("other:read", "tally:read"));
        JwtClaimsBuilder standard = restricted().claim("scope", "other:read tally:read");
        JwtClaimsBuilder other = restricted().claim("scopes", List.of("other:read"));

        // When, then
        assertThat(status(OPEN, listed)).isEqualTo(200);
        assertThat(status(OPEN, standard)).isEqualTo(200);
        assertThat(status(OPEN, other)).isEqualTo(403);
        assertThat(status(OPEN, restricted())).isEqualTo(403);
    }

    @Test
    void nothingElseIsOpenWhateverRolesTheTokenHas() {
        // Given
        JwtClaimsBuilder token =
                restricted().groups(Set.of(Roles.STAFF, Roles.SERVICE)).claim("scopes", List.of("tally:read"));

        // When, then
        assertThat(status(CLOSED, token)).isEqualTo(403);
        assertThat(status(PUBLIC, token)).isEqualTo(403);
    }

    @Test
    void aFilterOfUnknownTypeOpensNothing() {
        // Given
        JwtClaimsBuilder token = restricted()
                .claim("scopes", List.of("tally:read"))
                .claim("filters", List.of("content_org:Org", "year:1"));

        // When, then
        assertThat(status(OPEN, token)).isEqualTo(403);
    }

    @Test
    void whateverIsNoPlainNoRestricts() {
        // Given
        JwtClaimsBuilder said = token().claim("is_restricted", "true");
        JwtClaimsBuilder denied = token().claim("is_restricted", false);

        // When, then
        assertThat(status(CLOSED, said)).isEqualTo(403);
        assertThat(status(CLOSED, denied)).isEqualTo(200);
        assertThat(status(CLOSED, token())).isEqualTo(200);
    }

    @Test
    void personsAndTrustedSystemsNeedNoScope() {
        // Given
        JwtClaimsBuilder person = token().groups(Roles.STAFF);

        // When, then
        assertThat(status(OPEN, person)).isEqualTo(200);
    }

    private static JwtClaimsBuilder restricted() {
        return token().claim("is_restricted", true);
    }

    private static JwtClaimsBuilder token() {
        return Jwt.issuer(LaurelInfrastructure.ISSUER).subject("42").upn("ada").expiresIn(3600);
    }

    private static int status(String path, JwtClaimsBuilder token) {
        return given().auth()
                .oauth2(token.sign(SharedServers.get().signingKey()))
                .get(path)
                .statusCode();
    }
}
