package org.laurel.enrollment.account;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import org.laurel.enrollment.Scene;

/** Calls of the accounts API. */
final class AccountCalls {

    static final String BASE = "/api/user/v1";
    static final String PATCH = "application/merge-patch+json";

    private AccountCalls() {}

    static ValidatableResponse get(String token, String path) {
        return given().auth().oauth2(token).get(BASE + path).then();
    }

    static ValidatableResponse patch(String token, String path, String json) {
        return given().auth()
                .oauth2(token)
                .contentType(PATCH)
                .body(json)
                .patch(BASE + path)
                .then();
    }

    static ValidatableResponse post(String token, String path, String json) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(json)
                .post(BASE + path)
                .then();
    }

    /** Changes the learner's own account. */
    static ValidatableResponse change(Scene scene, String name, String json) {
        return patch(scene.token(name), "/accounts/" + scene.username(name), json);
    }

    /** The learner's own account. */
    static ValidatableResponse own(Scene scene, String name) {
        return get(scene.token(name), "/accounts/" + scene.username(name)).statusCode(200);
    }
}
