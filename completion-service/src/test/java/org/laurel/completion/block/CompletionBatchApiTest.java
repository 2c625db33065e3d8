package org.laurel.completion.block;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.completion.Arrival;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.Tokens;

@QuarkusTest
class CompletionBatchApiTest {

    private static final String COURSE = "course-v1:Org+batch+2026";
    private static final Outline OUTLINE = Outline.small(COURSE);
    private static final String OWN = Tokens.learner("b1", "batcher");

    @BeforeEach
    void enroll() {
        if ("0".equals(Database.current().value("select count(*) from enrollment where course_key = ?", COURSE))) {
            Platform platform = new Platform(COURSE);
            try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
                Arrival.send(probe, platform.structure(OUTLINE, 1, 0));
                Arrival.send(probe, platform.enrolled("b1", "batcher", true, 1));
                Arrival.send(probe, platform.enrolled("b2", "other", true, 1));
            }
        }
    }

    @Test
    void takesCompletionsIn() {
        // When
        ValidatableResponse answer = post(OWN, "Batcher", block("a") + ": 1, " + block("b") + ": \"0.5\"");

        // Then
        answer.statusCode(200).body("detail", equalTo("ok"));
        assertThat(earned("b1")).isEqualTo(1.5f);
        post(OWN, "batcher", block("a") + ": 0.0").statusCode(200);
        assertThat(earned("b1")).isEqualTo(0.5f);
        post(Tokens.service(), "batcher", block("d") + ": 1").statusCode(200);
        assertThat(earned("b1")).isEqualTo(1.5f);
    }

    @Test
    void repeatsItsAnswerUnderAnIdempotencyKey() {
        // Given
        String body = body("other", COURSE, "{" + block("a") + ": 0.25}");

        // When
        ValidatableResponse first = keyed(body);

        // Then
        first.statusCode(200);
        keyed(body).statusCode(200).header("Idempotency-Replayed", "true");
        keyed(body("other", COURSE, "{}")).statusCode(422);
    }

    @Test
    void writesForTheLearnerInTheBodyOnly() {
        // When
        ValidatableResponse answer = given().auth()
                .oauth2(OWN)
                .contentType("application/json")
                .body(body("other", COURSE, "{" + block("b") + ": 1}"))
                .post("/api/completion/v1/completion-batch?username=batcher")
                .then();

        // Then
        answer.statusCode(403);
        assertThat(Database.current()
                        .value(
                                "select count(*) from block_completion where learner_id = 'b2' and block_key = ?",
                                OUTLINE.key("b")))
                .isEqualTo("0");
    }

    @Test
    void namesWhatIsMissingOrUnknown() {
        // When
        ValidatableResponse answer = send(OWN, "{}");

        // Then
        answer.statusCode(400).body("detail", equalTo("Key 'username' not found."));
        send(OWN, "{\"username\": \"batcher\"}").statusCode(400).body("detail", equalTo("Key 'course_key' not found."));
        send(OWN, "{\"username\": \"batcher\", \"course_key\": \"x\"}")
                .statusCode(400)
                .body("detail", equalTo("Key 'blocks' not found."));
        send(Tokens.staff(), body("nobody", COURSE, "{}")).statusCode(404);
        send(OWN, body("batcher", "x", "{}"))
                .statusCode(400)
                .body("detail", equalTo("Invalid learning context key: x"));
        send(OWN, body("batcher", "course-v1:Org+none+1", "{}"))
                .statusCode(400)
                .body("detail", equalTo("User is not enrolled in course."));
        send(OWN, body("batcher", COURSE, "[]")).statusCode(400);
        send(OWN, "").statusCode(400);
    }

    @Test
    void refusesTheWholeBatchForOneBadBlock() {
        // When
        ValidatableResponse answer = post(OWN, "batcher", block("oc") + ": 1, \"rubbish\": 1");

        // Then
        answer.statusCode(400).body("detail", equalTo("Invalid block key: rubbish"));
        String foreign = "block-v1:Org+x+1+type@html+block@h";
        post(OWN, "batcher", block("oc") + ": 1, \"" + foreign + "\": 1")
                .statusCode(400)
                .body("detail", equalTo("Block with key: '" + foreign + "' is not in context " + COURSE));
        assertThat(Database.current()
                        .value("select count(*) from block_completion where block_key = ?", OUTLINE.key("oc")))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "\"x\"",
                "1.0000000001",
                "-1e-11",
                "47.1",
                "\"NaN\"",
                "\"Infinity\"",
                "1e400",
                "true"
            })
    void refusesWhatIsNoCompletion(String value) {
        // When
        ValidatableResponse answer = post(OWN, "batcher", block("oc") + ": " + value);

        // Then
        answer.statusCode(400);
    }

    @Test
    void limitsTheSizeOfABatch() {
        // Given
        String blocks = IntStream.rangeClosed(0, 1_000)
                .mapToObj(i -> block("h" + i) + ": 1")
                .collect(Collectors.joining(", "));

        // When
        ValidatableResponse answer = post(OWN, "batcher", blocks);

        // Then
        answer.statusCode(400).body("error_code", equalTo("too_many_blocks"));
    }

    @Test
    void takesNoMoreThanAMegabyte() {
        // Given
        String blocks = block("x".repeat(1_100_000)) + ": 1";

        // When
        ValidatableResponse answer = post(OWN, "batcher", blocks);

        // Then
        answer.statusCode(413).body("error_code", equalTo("body_too_large"));
    }

    private static float earned(String learnerId) {
        return given().auth()
                .oauth2(Tokens.learner(learnerId, "batcher"))
                .get("/api/completion/v0/course/" + COURSE + "/")
                .then()
                .extract()
                .path("completion.earned");
    }

    private static String block(String id) {
        return "\"" + OUTLINE.key(id) + "\"";
    }

    private static String body(String username, String course, String blocks) {
        return "{\"username\": \"%s\", \"course_key\": \"%s\", \"blocks\": %s}".formatted(username, course, blocks);
    }

    private static ValidatableResponse post(String token, String username, String blocks) {
        return send(token, body(username, COURSE, "{" + blocks + "}"));
    }

    private static ValidatableResponse keyed(String body) {
        return given().auth()
                .oauth2(Tokens.staff())
                .header("Idempotency-Key", "batch-1")
                .contentType("application/json")
                .body(body)
                .post("/api/completion/v1/completion-batch")
                .then();
    }

    private static ValidatableResponse send(String token, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/api/completion/v1/completion-batch")
                .then();
    }
}
