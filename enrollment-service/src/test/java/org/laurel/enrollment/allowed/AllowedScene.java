package org.laurel.enrollment.allowed;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.Tokens;

/** What tests say about allowed email addresses of a {@link Scene}. */
public record AllowedScene(Scene scene) {

    private static final String PATH = "/api/enrollment/v1/enrollment_allowed/";

    public static ValidatableResponse call(String token, String method, String json) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(json)
                .request(method, PATH)
                .then();
    }

    /** Allows the learner's address in the course run; the members are JSON that begins with a comma, if any. */
    public ValidatableResponse allow(String name, String members) {
        return call(Tokens.staff(), "POST", json(name, members));
    }

    public ValidatableResponse disallow(String name) {
        return call(Tokens.staff(), "DELETE", json(name, ""));
    }

    public ValidatableResponse list(String name) {
        return given().auth()
                .oauth2(Tokens.staff())
                .queryParam("email", scene.email(name))
                .get(PATH)
                .then();
    }

    /** The learner's account with an address and an activation of its own. */
    public ValidatableResponse account(String name, String email, boolean active) {
        return scene.putLearner(
                name,
                "{\"username\": \"%s\", \"email\": \"%s\", \"is_active\": %s}"
                        .formatted(scene.username(name), email, active));
    }

    public List<Map<String, @Nullable Object>> rows() {
        return Database.current().query("select * from enrollment_allowed where course_key = ?", scene.course());
    }

    private String json(String name, String members) {
        return "{\"email\": \"%s\", \"course_id\": \"%s\"%s}".formatted(scene.email(name), scene.course(), members);
    }
}
