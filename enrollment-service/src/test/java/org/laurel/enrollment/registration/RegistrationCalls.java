package org.laurel.enrollment.registration;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.util.Objects;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.Tokens;

/** Calls that tests make about registrations, for the learners of a {@link Scene}. */
record RegistrationCalls(Scene scene) {

    ValidatableResponse register(String username, String email) {
        return given().contentType("application/json")
                .body("{\"username\": \"%s\", \"email\": \"%s\", \"name\": \"Ada Lovelace\"}"
                        .formatted(scene.username(username), scene.email(email)))
                .post("/api/user/v2/account/registration")
                .then();
    }

    ValidatableResponse resend(String email) {
        return given().formParam("email", scene.email(email))
                .post("/activate/resend")
                .then();
    }

    ValidatableResponse activate(String key) {
        return given().get("/activate/" + key).then();
    }

    /** Says as a service client what the account with this id is like. */
    ValidatableResponse put(String id, String username, String email, boolean active) {
        return Scene.put(
                "/learners/" + id,
                "{\"username\": \"%s\", \"email\": \"%s\", \"is_active\": %s}"
                        .formatted(scene.username(username), scene.email(email), active));
    }

    ValidatableResponse deactivate(String username) {
        return given().auth()
                .oauth2(Tokens.staff())
                .post("/api/user/v1/accounts/" + scene.username(username) + "/deactivate")
                .then();
    }

    /** The id of whoever has the username. */
    String id(String username) {
        return Objects.requireNonNull(Database.current()
                .value("select learner_id from learner where username = ?", scene.username(username)));
    }

    /** Whether the account is active, as text. */
    static String isActive(String id) {
        return Objects.requireNonNull(
                Database.current().value("select is_active::text from learner where learner_id = ?", id));
    }
}
