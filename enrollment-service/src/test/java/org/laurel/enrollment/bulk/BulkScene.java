package org.laurel.enrollment.bulk;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.Tokens;

/** What tests ask for many learners of a {@link Scene} at once. */
public record BulkScene(Scene scene) {

    public static final String PATH = "/api/enrollment/v1/bulk-enrollments";

    /** Asks for the course run of the scene; the members are JSON that begins with a comma, if any. */
    public ValidatableResponse ask(String token, String action, String members, String... identifiers) {
        String list = Stream.of(identifiers).map(word -> "\"" + word + "\"").collect(Collectors.joining(","));
        return post(
                token,
                "{\"action\": \"%s\", \"courses\": [\"%s\"], \"identifiers\": [%s]%s}"
                        .formatted(action, scene.course(), list, members));
    }

    public static ValidatableResponse post(String token, String json) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(json)
                .post(PATH)
                .then();
    }

    public static ValidatableResponse send(String token, Map<String, ?> parameters, String csv) {
        return given().auth()
                .oauth2(token)
                .contentType("text/csv")
                .queryParams(parameters)
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post(PATH)
                .then();
    }

    /** Waits for the end of a list and returns it. */
    public static ValidatableResponse ended(int id) {
        return await("list " + id)
                .atMost(Duration.ofMinutes(3))
                .until(
                        () -> given().auth()
                                .oauth2(Tokens.staff())
                                .get(PATH + "/" + id)
                                .then(),
                        answer -> answer.extract().path("finished_at") != null);
    }

    public List<Map<String, @Nullable Object>> audit() {
        return Database.current()
                .query("select * from manual_enrollment where course_key = ? order by id", scene.course());
    }
}
