package org.laurel.enrollment.retirement;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.Tokens;

/** Calls that tests make about retirements. */
final class Departing {

    static final String OURS = "/api/enrollment/v1/retirements";
    static final String ACCOUNTS = "/api/user/v1/accounts/";

    private Departing() {}

    static ValidatableResponse post(String token, String path, String json) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(json)
                .post(path)
                .then();
    }

    static ValidatableResponse get(String path) {
        return given().auth().oauth2(Tokens.staff()).get(path).then();
    }

    /** Asks as a service client, and returns the id of the retirement. */
    static long request(Scene scene, String name) {
        return post(
                        Tokens.service(),
                        OURS,
                        "{\"learner_id\": \"" + scene.id(name) + "\", \"reason\": \"asked by mail\"}")
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    static ValidatableResponse state(String username, String state) {
        return given().auth()
                .oauth2(Tokens.service())
                .contentType("application/json")
                .body(Map.of("username", username, "new_state", state, "response", "so it goes"))
                .patch(ACCOUNTS + "update_retirement_status/")
                .then();
    }

    static ValidatableResponse retire(String username) {
        return post(Tokens.service(), ACCOUNTS + "retire/", "{\"username\": \"" + username + "\"}");
    }

    /** Waits until nothing is left of a retired learner: what names her elsewhere goes after the retirement, by a job. */
    static void awaitErased(String learnerId) {
        await("nothing is left of " + learnerId)
                .atMost(KafkaProbe.PATIENCE)
                .until(() -> "true"
                        .equals(Database.current()
                                .value(
                                        "select (erased_at is not null)::text from retired_person where learner_id = ?",
                                        learnerId)));
    }

    /** Lets the cooling-off end now, and waits until the learner is retired. */
    static void endCoolingOff(long id) {
        Database.current().execute("update retirement set due_at = now() where id = ?", id);
        await().atMost(KafkaProbe.PATIENCE)
                .until(() -> "true"
                        .equals(Database.current()
                                .value("select (retired_at is not null)::text from retirement where id = ?", id)));
    }
}
