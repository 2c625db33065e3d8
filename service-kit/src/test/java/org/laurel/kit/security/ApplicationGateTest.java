package org.laurel.kit.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.infra.SharedServers;
import org.laurel.sample.KitTest;

/** What tokens of restricted applications open. */
@KitTest
class ApplicationGateTest {

    private static final String OPEN = "/api/tally/v1/granted";
    private static final String OPEN_TO_STAFF = "/api/tally/v1/granted/staff";
    private static final String CLOSED = "/api/tally/v1/me";
    private static final String PUBLIC = "/api/tally/v1/anybody";

    static Stream<Arguments> claims() {
        List<String> scope = List.of("other:read", "tally:read");
        return Stream.of(
                Arguments.of(Map.of("scopes", scope), 200),
                Arguments.of(Map.of("scope", "other:read tally:read"), 200),
                Arguments.of(Map.of("scopes", "other:read tally:read"), 200),
                Arguments.of(Map.of("scope", scope), 200),
                Arguments.of(Map.of("scopes", List.of("other:read")), 403),
                Arguments.of(Map.of("scopes", List.of()), 403),
                Arguments.of(Map.of("scopes", Map.of("tally:read", true)), 403),
                Arguments.of(Map.of(), 403),
                Arguments.of(Map.of("scopes", scope, "filters", List.of()), 200),
                Arguments.of(Map.of("scopes", scope, "filters", List.of("content_org:Org", "user:me")), 200),
                Arguments.of(Map.of("scopes", scope, "filters", "user:me"), 200),
                Arguments.of(Map.of("scopes", scope, "filters", List.of("content_org:Org", "year:1")), 403),
                Arguments.of(Map.of("scopes", scope, "filters", List.of("user:bob")), 403),
                Arguments.of(Map.of("scopes", scope, "filters", List.of(List.of("user:bob"))), 403),
                Arguments.of(Map.of("scopes", scope, "filters", Map.of("user", "me")), 403));
    }

    @ParameterizedTest
    @MethodSource("claims")
    void theScopeOpensWhatAsksForIt(Map<String, Object> claims, int status) {
        // Given
        JwtClaimsBuilder token = restricted();
        claims.forEach(token::claim);

        // When
        ValidatableResponse answer = ask(OPEN, token);

        // Then
        answer.statusCode(status);
    }

    @Test
    void theAnswerTellsAMissingScopeFromAnUnknownFilter() {
        // Given
        JwtClaimsBuilder filtered =
                restricted().claim("scopes", List.of("tally:read")).claim("filters", List.of("year:1"));

        // When
        ValidatableResponse missing = ask(OPEN, restricted());
        ValidatableResponse unknown = ask(OPEN, filtered);

        // Then
        missing.body("error_code", equalTo("scope_missing"));
        unknown.body("error_code", equalTo("filter_unknown"));
    }

    @Test
    void nothingElseIsOpen() {
        // Given
        JwtClaimsBuilder token = restricted().claim("scopes", List.of("tally:read"));

        // When
        ValidatableResponse answer = ask(CLOSED, token);

        // Then
        answer.statusCode(403).body("error_code", equalTo("not_for_applications"));
    }

    @Test
    void anApplicationIsNobodyWhateverItsTokenNames() {
        // Given
        JwtClaimsBuilder token =
                restricted().groups(Set.of(Roles.STAFF, Roles.SERVICE)).claim("scopes", List.of("tally:read"));

        // When
        ValidatableResponse open = ask(OPEN, token);
        ValidatableResponse openToStaff = ask(OPEN_TO_STAFF, token);

        // Then
        open.statusCode(200)
                .body("learner_id", equalTo(""), "username", equalTo(""))
                .body("ada", equalTo(false), "staff", equalTo(false), "service", equalTo(false))
                .body("anonymous", equalTo(true));
        openToStaff.statusCode(403);
    }

    @Test
    void publicOperationsTakeItForAnybody() {
        // Given
        JwtClaimsBuilder token = restricted();

        // When
        ValidatableResponse answer = ask(PUBLIC, token);

        // Then
        answer.statusCode(200).body("anonymous", equalTo(true), "learner_id", equalTo(""));
    }

    static Stream<Arguments> restrictions() {
        return Stream.of(
                Arguments.of(true, 403),
                Arguments.of("true", 403),
                Arguments.of("false", 403),
                Arguments.of(1, 403),
                Arguments.of(List.of(), 403),
                Arguments.of(JsonValue.NULL, 200),
                Arguments.of(false, 200));
    }

    @ParameterizedTest
    @MethodSource("restrictions")
    void whateverDoesNotSayNoRestricts(Object claim, int status) {
        // Given
        JwtClaimsBuilder token = token().claim("is_restricted", claim);

        // When
        ValidatableResponse answer = ask(CLOSED, token);

        // Then
        answer.statusCode(status);
    }

    @Test
    void personsAndTrustedSystemsNeedNoScope() {
        // Given
        JwtClaimsBuilder person = token().groups(Roles.STAFF);

        // When
        ValidatableResponse answer = ask(OPEN_TO_STAFF, person);

        // Then
        answer.statusCode(200).body("ada", equalTo(true), "staff", equalTo(true), "anonymous", equalTo(false));
    }

    @Test
    void aBindingToTheUserIgnoresCase() {
        // Given
        ApplicationGrant bound = new ApplicationGrant("Ada", Set.of(), Set.of("user:me"));
        ApplicationGrant nameless = new ApplicationGrant("", Set.of(), Set.of("user:me"));

        // When, then
        assertThat(bound.isBoundTo("aDA")).isTrue();
        assertThat(bound.isBoundTo("bob")).isFalse();
        assertThat(nameless.isBoundTo("")).isFalse();
    }

    private static JwtClaimsBuilder restricted() {
        return token().claim("is_restricted", true);
    }

    private static JwtClaimsBuilder token() {
        return Jwt.issuer(LaurelInfrastructure.ISSUER).subject("42").upn("ada").expiresIn(3600);
    }

    private static ValidatableResponse ask(String path, JwtClaimsBuilder token) {
        return given().auth()
                .oauth2(token.sign(SharedServers.get().signingKey()))
                .get(path)
                .then();
    }
}
