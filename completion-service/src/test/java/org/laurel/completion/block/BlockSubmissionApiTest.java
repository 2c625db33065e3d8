package org.laurel.completion.block;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.completion.Arrival;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.Tokens;

@QuarkusTest
class BlockSubmissionApiTest {

    private static final String COURSE = "course-v1:Org+submit+2026";
    private static final String OLD_COURSE = "Org/submit/2025";
    private static final Outline OUTLINE = Outline.small(COURSE);
    private static final Outline OLD = Outline.small(OLD_COURSE);
    private static final String OWN = Tokens.learner("bs1", "submitter");

    @BeforeEach
    void enroll() {
        if ("0".equals(Database.current().value("select count(*) from enrollment where course_key = ?", COURSE))) {
            Platform platform = new Platform(COURSE);
            Platform old = new Platform(OLD_COURSE);
            try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
                Arrival.send(
                        probe,
                        platform.structure(OUTLINE, 1, 0),
                        old.structure(OLD, 1, 0),
                        platform.enrolled("bs1", "submitter", true, 1),
                        platform.enrolled("bs2", "second", true, 1),
                        platform.enrolled("bs3", "left", false, 1),
                        old.enrolled("bs1", "submitter", true, 2));
            }
        }
    }

    /** Scenario 42: 201 for a new one, 200 for the next; what is refused is below. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/completion/v0",
                "/api/completion/v1",
                "/completion-aggregator/v0",
                "/completion-aggregator/v1"
            })
    void takesTheCompletionOfABlockInUnderEveryAddress(String base) {
        // Given
        given().auth()
                .oauth2(Tokens.staff())
                .delete("/api/completion/v1/learners/submitter/completions/" + COURSE)
                .then()
                .statusCode(200);

        // When
        ValidatableResponse first = post(OWN, base, COURSE, OUTLINE.key("a"), "{\"completion\": 1}");

        // Then
        first.statusCode(201).body(emptyString());
        assertThat(stored("bs1", OUTLINE.key("a"))).isEqualTo("1000000000");
        post(OWN, base, COURSE, OUTLINE.key("a"), "{\"completion\": 0.25}")
                .statusCode(200)
                .body(emptyString());
        assertThat(stored("bs1", OUTLINE.key("a"))).isEqualTo("250000000");
    }

    @Test
    void takesOldStyleKeysWithTheRunFilledInFromTheCourseKey() {
        // Given
        String path = "/completion-aggregator/v0/course/" + OLD_COURSE + "/blocks/" + OLD.key("b") + "/";

        // When
        ValidatableResponse answer = given().auth()
                .oauth2(OWN)
                .contentType("application/json")
                .body("{\"completion\": 0.5}")
                .urlEncodingEnabled(false)
                .post(path)
                .then();

        // Then
        answer.statusCode(201);
        assertThat(Database.current()
                        .value(
                                "select completion from block_completion where course_key = ? and block_key = ?",
                                OLD_COURSE,
                                OLD.key("b")))
                .isEqualTo("500000000");
        post(OWN, "/api/completion/v0", OLD_COURSE, OLD.key("b"), "{\"completion\": 1}")
                .statusCode(200);
    }

    @Test
    void letsStaffAndServiceClientsWriteForAnother() {
        // When
        ValidatableResponse byStaff =
                submit(Tokens.staff(), OUTLINE.key("d"), "{\"completion\": 1, \"username\": \"Second\"}");

        // Then
        byStaff.statusCode(201);
        assertThat(stored("bs2", OUTLINE.key("d"))).isEqualTo("1000000000");
        submit(Tokens.service(), OUTLINE.key("d"), "{\"completion\": 0, \"username\": \"second\"}")
                .statusCode(200);
        assertThat(stored("bs2", OUTLINE.key("d"))).isEqualTo("0");
        submit(OWN, OUTLINE.key("d"), "{\"completion\": 1, \"username\": \"second\"}")
                .statusCode(403);
        assertThat(stored("bs2", OUTLINE.key("d"))).isEqualTo("0");
        submit(Tokens.staff(), OUTLINE.key("d"), "{\"completion\": 1, \"username\": \"nobody-at-all\"}")
                .statusCode(404)
                .body("error_code", equalTo("user_not_found"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"completion\": null}",
                "{\"completion\": \"x\"}",
                "{\"completion\": \"NaN\"}",
                "{\"completion\": \"1d\"}",
                "{\"completion\": \"1f\"}",
                "{\"completion\": \"0x1p-1\"}",
                "{\"completion\": \"Infinity\"}",
                "{\"completion\": \" 1\"}",
                "{\"completion\": \"\"}",
                "{\"completion\": \".\"}",
                "{\"completion\": \"1e\"}",
                "{\"completion\": \"١\"}",
                "{\"completion\": NaN}",
                "{\"completion\": 1.5}",
                "{\"completion\": -0.1}",
                "{\"completion\": 1.0000000001}",
                "{\"completion\": []}",
                "{\"completion\": true}",
                "[]",
                ""
            })
    void looksAtTheValueFirst(String body) {
        // When
        ValidatableResponse answer = post(OWN, "/api/completion/v0", "nonsense", "nonsense", body);

        // Then
        answer.statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({
        "\"0.5\", 500000000",
        "\"5e-1\", 500000000",
        "\".25\", 250000000",
        "\"1.\", 1000000000",
        "1E0, 1000000000"
    })
    void takesANumberThatIsWrittenAsAText(String number, String units) {
        // When
        ValidatableResponse answer = submit(OWN, OUTLINE.key("oc"), "{\"completion\": " + number + "}");

        // Then
        answer.statusCode(oneOf(200, 201));
        assertThat(stored("bs1", OUTLINE.key("oc"))).isEqualTo(units);
    }

    @Test
    void knowsOnlyCourseRunsInWhichTheLearnerIsActivelyEnrolled() {
        // When
        ValidatableResponse malformed = post(OWN, "/api/completion/v0", "nonsense", "nonsense", "{\"completion\": 1}");

        // Then
        malformed.statusCode(404).body("error_code", equalTo("invalid_course_key"));
        String elsewhere = "course-v1:Org+submit+2027";
        post(OWN, "/api/completion/v0", elsewhere, "nonsense", "{\"completion\": 1}")
                .statusCode(404)
                .body("error_code", equalTo("not_enrolled"));
        submit(Tokens.learner("bs3", "left"), OUTLINE.key("a"), "{\"completion\": 1}")
                .statusCode(404)
                .body("error_code", equalTo("not_enrolled"));
    }

    @Test
    void knowsOnlyBlocksOfTheStructure() {
        // When
        ValidatableResponse malformed = submit(OWN, "nonsense", "{\"completion\": 1}");

        // Then
        malformed.statusCode(404).body("error_code", equalTo("block_not_found"));
        submit(OWN, "block-v1:Org+other+2026+type@html+block@a", "{\"completion\": 1}")
                .statusCode(404);
        submit(OWN, OUTLINE.key("absent"), "{\"completion\": 1}").statusCode(404);
        submit(OWN, OUTLINE.key("x"), "{\"completion\": 1}").statusCode(201);
    }

    @Test
    void repeatsItsAnswerUnderAnIdempotencyKey() {
        // Given
        String body = "{\"completion\": 1, \"username\": \"second\"}";

        // When
        ValidatableResponse first = keyed(body);

        // Then
        first.statusCode(201);
        keyed(body).statusCode(201).header("Idempotency-Replayed", "true");
    }

    @Test
    void isClosedToThoseWithoutToken() {
        // When
        ValidatableResponse answer = given().contentType("application/json")
                .body("{\"completion\": 1}")
                .post("/api/completion/v0/course/{course}/blocks/{block}/", COURSE, OUTLINE.key("a"))
                .then();

        // Then
        answer.statusCode(401);
    }

    private static ValidatableResponse keyed(String body) {
        return given().auth()
                .oauth2(Tokens.service())
                .header("Idempotency-Key", "block-1")
                .contentType("application/json")
                .body(body)
                .post("/api/completion/v1/course/{course}/blocks/{block}/", COURSE, OUTLINE.key("oc"))
                .then();
    }

    private static ValidatableResponse submit(String token, String block, String body) {
        return post(token, "/api/completion/v0", COURSE, block, body);
    }

    private static ValidatableResponse post(String token, String base, String course, String block, String body) {
        String path = base + "/course/" + encoded(course) + "/blocks/" + encoded(block) + "/";
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .urlEncodingEnabled(false)
                .post(path)
                .then();
    }

    private static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8);
    }

    private static @Nullable String stored(String learnerId, String blockKey) {
        return Database.current()
                .value(
                        "select completion from block_completion where learner_id = ? and block_key = ?",
                        learnerId,
                        blockKey);
    }
}
