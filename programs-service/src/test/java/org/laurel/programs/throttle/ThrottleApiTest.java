package org.laurel.programs.throttle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** Who asks too often is told when to come back; staff and other systems are never. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ThrottleApiTest {

    /** Far more than the allowance grows by meanwhile. */
    private static final int MANY = 4_000;

    private static final String CREDENTIALS = "/api/v2/credentials/";

    private final String learnerId = "l-" + UUID.randomUUID();
    private final String token = Tokens.learner(learnerId, learnerId);

    @Test
    void refusesALearnerWhoAsksForCredentialsTooOften() {
        // Given
        credentials(token)
                .statusCode(200)
                .header("RateLimit-Policy", equalTo("\"credentials\";q=200;w=60"))
                .header("RateLimit", matchesPattern("\"credentials\";r=\\d+;t=\\d+"));

        // When
        ValidatableResponse answer = untilRefused(() -> credentials(token));

        // Then
        answer.statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[1-9]\\d*"))
                .body("error_code", equalTo("too_many_requests"), "status", equalTo(429), "error", nullValue());
        credentials(Tokens.learner("other-" + learnerId, learnerId)).statusCode(200);
        credentials(Tokens.staff()).statusCode(200).header("RateLimit", nullValue());
        credentials(Tokens.service()).statusCode(200).header("RateLimit", nullValue());
        given().auth()
                .oauth2(token)
                .get("/api/programs/v1/programs/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    /** Whoever is counted may do none of this, and is told so however often. */
    @Test
    void countsNothingThatOnlyStaffAndServiceClientsMayDo() {
        // Given
        untilRefused(() -> credentials(token)).statusCode(429);
        String one = CREDENTIALS + UUID.randomUUID() + "/";

        // When
        Map<String, Integer> statuses = new TreeMap<>();
        for (String method : List.of("GET", "PUT", "PATCH", "DELETE")) {
            var answer = given().auth()
                    .oauth2(token)
                    .contentType("application/json")
                    .body("{}")
                    .request(method, one);
            statuses.put(method, answer.statusCode());
        }
        statuses.put("POST", post(CREDENTIALS, token).extract().statusCode());

        // Then
        assertThat(statuses).allSatisfy((method, status) -> assertThat(status).isEqualTo(403));
    }

    @Test
    void neverRefusesWhoMaySendGrades() {
        // Given
        String path = "/api/v2/grades/";

        // When
        List<Integer> statuses = IntStream.range(0, 100)
                .map(i -> post(path, Tokens.service()).extract().statusCode())
                .boxed()
                .distinct()
                .toList();

        // Then
        assertThat(statuses).containsExactly(400);
        post(path, token).statusCode(403).body("error_code", equalTo("forbidden"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"share", "send"})
    void refusesALearnerWhoSharesTooOftenWithTheMemberThatClientsRead(String verb) {
        // Given
        String path = "/records/programs/" + UUID.randomUUID().toString().replace("-", "") + "/" + verb;
        for (int i = 0; i < 15; i++) {
            post(path, token).statusCode(not(429)).header("RateLimit-Policy", equalTo("\"sharing\";q=15;w=60"));
        }

        // When
        ValidatableResponse answer = untilRefused(() -> post(path, token));

        // Then
        answer.statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[1-4]"))
                .body("error", startsWith("You have made 15 requests"), "error_code", equalTo("too_many_requests"));
        post(path, Tokens.staff()).statusCode(not(429)).header("RateLimit", nullValue());
    }

    private ValidatableResponse post(String path, String bearer) {
        return given().auth()
                .oauth2(bearer)
                .contentType("application/json")
                .body("{\"username\": \"" + learnerId + "\", \"pathway_id\": 1}")
                .post(path)
                .then();
    }

    private ValidatableResponse credentials(String bearer) {
        return given().auth()
                .oauth2(bearer)
                .queryParam("username", learnerId)
                .get(CREDENTIALS)
                .then();
    }

    private static ValidatableResponse untilRefused(Supplier<ValidatableResponse> request) {
        ValidatableResponse answer = request.get();
        for (int i = 0; i < MANY && answer.extract().statusCode() != 429; i++) {
            answer = request.get();
        }
        return answer;
    }
}
