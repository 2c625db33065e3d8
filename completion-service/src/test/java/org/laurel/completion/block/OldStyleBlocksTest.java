package org.laurel.completion.block;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Arrival;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.Tokens;

/**
 * Blocks of an old-style course run are stored without the run. Every call takes them with the run too, as newer clients write
 * them: {@code block-v1:edX+olden+2012_Fall+type@html+block@h1}.
 */
@QuarkusTest
class OldStyleBlocksTest {

    private static final String COURSE = "edX/olden/2012_Fall";
    private static final Outline OUTLINE = Outline.of(COURSE)
            .block("course", "2012_Fall", "seq")
            .block("sequential", "seq", "v")
            .block("vertical", "v", "h1", "h2", "h3", "h4")
            .blocks("html", "h1", "h2", "h3", "h4");
    private static final String OWN = Tokens.learner("olden1", "olden1");

    @BeforeEach
    void learners() {
        if ("0".equals(Database.current().value("select count(*) from enrollment where course_key = ?", COURSE))) {
            Platform platform = new Platform(COURSE);
            try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
                Arrival.send(
                        probe,
                        platform.structure(OUTLINE, 1, 0),
                        platform.completed("olden2", OUTLINE.key("h1"), "0.5", 1),
                        platform.enrolled("olden2", "olden2", true, 1),
                        platform.enrolled("olden1", "olden1", true, 1));
            }
        }
    }

    @Test
    void isSubmittedUnderEitherKey() {
        // Given
        String path = "/api/completion/v1/course/" + encoded(COURSE) + "/blocks/";

        // When
        ValidatableResponse answer = send(OWN, path + encoded(withRun("html", "h1")) + "/", "{\"completion\": 0.5}");

        // Then
        answer.statusCode(201);
        assertThat(stored("h1")).isEqualTo("500000000");
        send(OWN, path + encoded(OUTLINE.key("h1")) + "/", "{\"completion\": 1}")
                .statusCode(200);
        assertThat(stored("h1")).isEqualTo("1000000000");
        send(OWN, path + encoded(withRun("html", "absent")) + "/", "{\"completion\": 1}")
                .statusCode(404);
    }

    @Test
    void isTakenInWithABatch() {
        // Given
        String batch = "{\"username\": \"olden1\", \"course_key\": \"" + COURSE + "\", \"blocks\": {%s}}";

        // When
        ValidatableResponse answer = send(
                OWN, "/api/completion/v1/completion-batch", batch.formatted("\"" + withRun("html", "h2") + "\": 0.75"));

        // Then
        answer.statusCode(200);
        assertThat(stored("h2")).isEqualTo("750000000");
        String twice = "\"" + withRun("html", "h2") + "\": 1, \"" + OUTLINE.key("h2") + "\": 0";
        send(OWN, "/api/completion/v1/completion-batch", batch.formatted(twice))
                .statusCode(400)
                .body("error_code", equalTo("repeated_block"));
        assertThat(stored("h2")).isEqualTo("750000000");
        send(
                        OWN,
                        "/api/completion/v1/completion-batch",
                        batch.formatted("\"block-v1:edX+olden+2013_Fall+type@html+block@h2\": 1"))
                .statusCode(400)
                .body("error_code", equalTo("block_not_in_context"));
    }

    @Test
    void isTakenInForAGroup() {
        // When
        ValidatableResponse answer = send(
                Tokens.staff(),
                "/api/completion/v1/completion-group",
                "{\"course_key\": \"%s\", \"block_key\": \"%s\", \"completion\": 1, \"usernames\": [\"olden1\"]}"
                        .formatted(COURSE, withRun("html", "h3")));

        // Then
        answer.statusCode(200).body("results.outcome", contains("created"));
        assertThat(stored("h3")).isEqualTo("1000000000");
    }

    @Test
    void isFoundByQuestions() {
        // Given
        String learner = "/api/completion/v1/learners/olden2";

        // When
        ValidatableResponse values = given().auth()
                .oauth2(Tokens.staff())
                .queryParam("block_keys", withRun("html", "h1") + "," + OUTLINE.key("h1"))
                .get(learner + "/completions/{course}", COURSE)
                .then();

        // Then
        values.statusCode(200)
                .body("completions", equalTo(Map.of(withRun("html", "h1"), 0.5f, OUTLINE.key("h1"), 0.5f)));
        send(
                        Tokens.staff(),
                        learner + "/completions/" + encoded(COURSE),
                        "{\"block_keys\": [\"" + withRun("html", "h1") + "\"]}")
                .statusCode(200)
                .body("completions", equalTo(Map.of(withRun("html", "h1"), 0.5f)));
        get(learner + "/vertical-completion/", "vertical", "v", Tokens.staff())
                .statusCode(200)
                .body("complete", equalTo(false), "block_key", equalTo(OUTLINE.key("v")));
        get("/api/completion/v1/subsection-completion/olden2/", "html", "h1", Tokens.learner("olden2", "olden2"))
                .statusCode(200)
                .body("completion", equalTo(0.5f));
        given().auth()
                .oauth2(Tokens.staff())
                .get(learner + "/latest-blocks/{course}", COURSE)
                .then()
                .statusCode(200)
                .body("block_key", equalTo(OUTLINE.key("h1")));
    }

    private static ValidatableResponse get(String path, String type, String id, String token) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(token)
                .get(path + encoded(COURSE) + "/" + encoded(withRun(type, id)))
                .then();
    }

    private static ValidatableResponse send(String token, String path, String body) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post(path)
                .then();
    }

    private static String stored(String id) {
        return String.valueOf(Database.current()
                .value(
                        "select completion from block_completion where course_key = ? and learner_id = 'olden1' "
                                + "and block_key = ?",
                        COURSE,
                        OUTLINE.key(id)));
    }

    private static String withRun(String type, String id) {
        return "block-v1:edX+olden+2012_Fall+type@" + type + "+block@" + id;
    }

    private static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8);
    }
}
