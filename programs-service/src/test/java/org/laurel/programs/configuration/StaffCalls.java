package org.laurel.programs.configuration;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.laurel.kit.test.Tokens;

/** Requests of staff with JSON bodies. */
final class StaffCalls {

    private StaffCalls() {}

    static RequestSpecification staff() {
        return given().auth().oauth2(Tokens.staff()).contentType(ContentType.JSON);
    }

    static ValidatableResponse put(String path, String body, Object... parameters) {
        return staff().body(body).put(path, parameters).then();
    }

    static ValidatableResponse patch(String path, String body, Object... parameters) {
        return staff().body(body).patch(path, parameters).then();
    }

    static ValidatableResponse post(String path, String body) {
        return staff().body(body).post(path).then();
    }

    static ValidatableResponse get(String path, Object... parameters) {
        return staff().get(path, parameters).then();
    }

    static ValidatableResponse delete(String path, Object... parameters) {
        return staff().delete(path, parameters).then();
    }
}
