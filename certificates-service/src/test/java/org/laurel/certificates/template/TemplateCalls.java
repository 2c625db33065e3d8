package org.laurel.certificates.template;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.test.Tokens;

/** Calls that tests of templates share. Each test has an organisation of its own, so that scopes do not meet. */
final class TemplateCalls {

    static final String BASE = "/api/certificates/v1/templates";
    static final String TEXT = "<html><body><p>{learner_name}</p><p>old</p><p>old</p></body></html>";

    private TemplateCalls() {}

    static Map<String, @Nullable Object> body(String organization) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("name", "Template of " + organization);
        body.put("template", TEXT);
        body.put("organization", organization);
        body.put("is_active", true);
        return body;
    }

    static RequestSpecification staff() {
        return given().urlEncodingEnabled(false).auth().oauth2(Tokens.staff()).contentType("application/json");
    }

    static ValidatableResponse post(Map<String, @Nullable Object> body) {
        return staff().body(body).post(BASE).then();
    }

    static int make(String organization) {
        return post(body(organization)).statusCode(201).extract().path("id");
    }

    static ValidatableResponse put(int id, String tag, Map<String, @Nullable Object> body) {
        return staff().header("If-Match", tag).body(body).put(BASE + "/" + id).then();
    }
}
