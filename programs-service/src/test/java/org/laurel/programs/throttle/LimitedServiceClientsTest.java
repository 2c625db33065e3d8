package org.laurel.programs.throttle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** A deployment may limit service clients as well; staff never. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
@TestProfile(LimitedServiceClientsTest.Limited.class)
class LimitedServiceClientsTest {

    private static final int MANY = 4_000;

    private final String client = "client-" + UUID.randomUUID();
    private final String token = Tokens.of(client, client, "service");

    /** Limits for service clients, as existing credentials services have them. */
    public static class Limited implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "laurel.programs.throttle.service-clients", "true",
                    "laurel.programs.throttle.credentials-per-minute", "5",
                    "laurel.programs.throttle.grades-per-minute", "9");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v2/grades/, grades, 9",
        "PUT, /api/v2/grades/1/, grades, 9",
        "PATCH, /api/v2/grades/1/, grades, 9",
        "POST, /api/v2/credentials/, credentials, 5",
        "GET, /api/v2/credentials/11111111-1111-4111-8111-111111111111/, credentials, 5",
        "PUT, /api/v2/credentials/11111111-1111-4111-8111-111111111111/, credentials, 5",
        "PATCH, /api/v2/credentials/11111111-1111-4111-8111-111111111111/, credentials, 5",
        "DELETE, /api/v2/credentials/11111111-1111-4111-8111-111111111111/, credentials, 5",
    })
    void serviceClientsAreToldWhenToComeBack(String method, String path, String limit, int perMinute) {
        // When
        Response refused = untilRefused(() -> send(method, path, token));

        // Then
        refused.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("RateLimit-Policy", equalTo("\"%s\";q=%d;w=60".formatted(limit, perMinute)))
                .body("error_code", equalTo("too_many_requests"), "status", equalTo(429));
        assertThat(refused.jsonPath().getString("detail")).startsWith("You have made " + perMinute + " requests");
        send(method, path, Tokens.staff()).then().header("RateLimit", nullValue());
    }

    @Test
    void whatIsNotOfCredentialsAndGradesIsNotCounted() {
        // When
        Response answer = send("GET", "/api/programs/v1/programs/" + UUID.randomUUID(), token);

        // Then
        answer.then().statusCode(404).header("RateLimit", nullValue());
    }

    private static Response send(String method, String path, String bearer) {
        return given().auth()
                .oauth2(bearer)
                .contentType("application/json")
                .body("{}")
                .request(method, path);
    }

    private static Response untilRefused(Supplier<Response> call) {
        return Stream.generate(call)
                .limit(MANY)
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();
    }
}
