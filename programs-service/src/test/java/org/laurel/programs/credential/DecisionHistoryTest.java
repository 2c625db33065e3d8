package org.laurel.programs.credential;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.Story;

/** Who decided what about a credential, whatever was decided since. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class DecisionHistoryTest {

    private KafkaProbe probe;

    @BeforeEach
    void open() {
        probe = KafkaProbe.fromNow("laurel.program-credentials");
    }

    @AfterEach
    void close() {
        probe.close();
    }

    private String certified(String word) {
        Story story = new Story(word);
        story.put(1, List.of(List.of("A"))).statusCode(201);
        probe.send(story.certificate("A", 1, "downloadable", 10));
        story.awaitCredentials("awarded", 2);
        return story.credentials("type", "program").getString("results[0].uuid");
    }

    private static ValidatableResponse history(String token, String uuid, Object... query) {
        var request = given().auth().oauth2(token);
        for (int i = 0; i < query.length; i += 2) {
            request.queryParam(query[i].toString(), query[i + 1]);
        }
        return request.get(Decisions.decision(uuid) + "/history").then();
    }

    @Test
    void remembersWhoDecidedAndWhoTookItBack() {
        // Given
        String uuid = certified("dhistory");
        Decisions.change("PATCH", uuid, "{\"status\": \"revoked\", \"reason\": \"Cheated\"}")
                .statusCode(200);
        given().auth()
                .oauth2(Tokens.service())
                .delete(Decisions.decision(uuid))
                .then()
                .statusCode(200);
        // When
        ValidatableResponse answer = history(Tokens.staff(), uuid);
        // Then
        answer.statusCode(200)
                .body("results.status", contains("automatic", "revoked"))
                .body("results.version", contains(2, 1))
                .body("results[1].decided_by", equalTo("staff"))
                .body("results[1].reason", equalTo("Cheated"))
                .body("results[0].reason", nullValue())
                .body("next_cursor", nullValue());
    }

    @Test
    void isReadPageByPage() {
        // Given
        String uuid = certified("dhpages");
        Decisions.delete(uuid).statusCode(200);
        Decisions.withdraw(uuid).statusCode(200);
        String cursor = history(Tokens.staff(), uuid, "limit", 1)
                .statusCode(200)
                .body("results.status", contains("automatic"))
                .extract()
                .path("next_cursor");
        // When
        ValidatableResponse answer = history(Tokens.staff(), uuid, "limit", 1, "cursor", cursor);
        // Then
        answer.statusCode(200).body("results.status", contains("revoked")).body("next_cursor", nullValue());
    }

    @Test
    void isForStaffAndServiceClientsAndOfCredentialsThatThereAre() {
        // Given
        String unknown = "00000000-0000-4000-8000-000000000009";
        // When
        ValidatableResponse answer = history(Tokens.staff(), unknown);
        // Then
        answer.statusCode(404).body("error_code", equalTo("credential_not_found"));
        history(Tokens.learner("dhlearner", "dhlearner"), unknown)
                .statusCode(403)
                .body("error_code", equalTo("forbidden"));
        given().get(Decisions.decision(unknown) + "/history")
                .then()
                .statusCode(401)
                .body("error_code", equalTo("unauthorized"));
        history(Tokens.staff(), unknown, "limit", 0)
                .statusCode(400)
                .body("error_code", equalTo("invalid_request"))
                .body("violations.field", contains("limit"));
    }
}
