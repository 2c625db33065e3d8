package org.laurel.programs.credential;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.Story;

/** Many credentials in one request, with a result for each. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CredentialBulkTest {

    private static final Story ADA = new Story("bulk");

    @BeforeEach
    void knowLearnerAndProgramOnce() {
        if (ADA.credentials().getInt("count") > 0) {
            return;
        }
        ADA.put(1, List.of(List.of("A"), List.of("B"))).statusCode(201);
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.program-credentials")) {
            probe.send(ADA.certificate("X", 1, "downloadable", 10));
            ADA.awaitCredentials("awarded", 1);
        }
    }

    private static ValidatableResponse bulk(String token, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/api/programs/v1/credentials/bulk")
                .then();
    }

    private static String run(String run, String more) {
        return """
                {"username": "%s", "credential": {"course_run_key": "%s", "mode": "verified"}%s}""".formatted(ADA.username(), ADA.course(run), more);
    }

    @Test
    void refusesWhatIsWrongAndDoesTheRest() {
        // Given
        String items = String.join(
                ", ",
                run("A", ""),
                "7",
                run("B", ", \"status\": \"lost\""),
                "{\"username\": \"nobody\", \"credential\": {\"program_uuid\": \"" + ADA.program(1) + "\"}}",
                run("B", ", \"attributes\": [{\"name\": \"n\", \"value\": \"v\"}]"),
                run("B", ", \"attributes\": [{\"name\": \"n\", \"value\": \"w\"}]"));
        // When
        ValidatableResponse answer = bulk(Tokens.service(), "{\"credentials\": [" + items + "]}");
        // Then
        answer.statusCode(200)
                .body("done", equalTo(3))
                .body("refused", equalTo(3))
                .body("results.index", contains(0, 1, 2, 3, 4, 5))
                .body("results.outcome", contains("done", "refused", "refused", "refused", "done", "done"))
                .body("results[0].uuid", notNullValue())
                .body("results[0].status", equalTo("awarded"))
                .body("results[1].error_code", equalTo("invalid_body"))
                .body("results[2].error_code", equalTo("invalid_status"))
                .body("results[2].field", equalTo("status"))
                .body("results[3].error_code", equalTo("unknown_learner"));
        assertThat(ADA.credentials("program_uuid", ADA.program(1)).getList("results.status"))
                .containsExactly("awarded", "awarded", "awarded");
        Decisions.get(answer.extract().path("results[5].uuid")).body("attributes.value", contains("w"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"credentials\": []}", "{\"credentials\": {}}", "null"})
    void refusesWhatIsNoListOfItems(String body) {
        // When
        ValidatableResponse answer = bulk(Tokens.staff(), body);
        // Then
        answer.statusCode(400).body("error_code", equalTo("invalid_credentials"));
    }

    @Test
    void takesNoMoreThanAThousand() {
        // When
        ValidatableResponse answer =
                bulk(Tokens.staff(), "{\"credentials\": [" + String.join(",", Collections.nCopies(1001, "{}")) + "]}");
        // Then
        answer.statusCode(400).body("error_code", equalTo("invalid_credentials"));
    }

    @Test
    void keepsLearnersOut() {
        // When
        ValidatableResponse answer = bulk(ADA.token(), "{\"credentials\": [" + run("A", "") + "]}");
        // Then
        answer.statusCode(403);
    }
}
