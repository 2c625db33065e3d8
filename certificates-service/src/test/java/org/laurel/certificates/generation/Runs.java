package org.laurel.certificates.generation;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.test.Tokens;

/** Calls of the generation endpoints, as staff unless a token says otherwise. */
final class Runs {

    static final String BASE = "/api/certificates/v1/course-runs/{course}/";

    private Runs() {}

    static ValidatableResponse post(CourseKey course, String path, String json) {
        return postAs(Tokens.staff(), course, path, json);
    }

    static ValidatableResponse postAs(String token, CourseKey course, String path, String json) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(json)
                .post(BASE + path, course.value())
                .then();
    }

    static ValidatableResponse get(CourseKey course, String path) {
        return given().auth()
                .oauth2(Tokens.staff())
                .get(BASE + path, course.value())
                .then();
    }

    /** Starts a run and gives its id. */
    static long start(CourseKey course, String json) {
        return post(course, "generation-runs", json)
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    static JsonPath run(long id) {
        return given().auth()
                .oauth2(Tokens.staff())
                .get("/api/certificates/v1/generation-runs/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static ValidatableResponse steer(long id, String what) {
        return given().auth()
                .oauth2(Tokens.staff())
                .post("/api/certificates/v1/generation-runs/" + id + "/" + what)
                .then();
    }

    /** Waits until a run has a state, and tells what it came to. */
    static JsonPath awaitState(long id, String state) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> state.equals(run(id).getString("state")));
        return run(id);
    }
}
