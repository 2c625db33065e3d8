package org.laurel.completion.block;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
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
class GroupCompletionApiTest {

    private static final String COURSE = "course-v1:Org+group+2026";
    private static final Outline OUTLINE = Outline.small(COURSE);

    @BeforeEach
    void enroll() {
        if ("0".equals(Database.current().value("select count(*) from enrollment where course_key = ?", COURSE))) {
            Platform platform = new Platform(COURSE);
            try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
                Arrival.send(
                        probe,
                        platform.structure(OUTLINE, 1, 0),
                        platform.enrolled("g1", "anna", true, 1),
                        platform.enrolled("2002", "ben", true, 1),
                        platform.enrolled("g3", "cleo", false, 1));
            }
        }
    }

    @Test
    void givesEachLearnerAResultOfHisOwn() {
        // Given
        submit("a", "0.5", "\"usernames\": [\"anna\"]").statusCode(200);

        // When
        ValidatableResponse answer = submit(
                "a",
                "1",
                "\"usernames\": [\"Anna\", \"nobody\", \"cleo\"], \"learner_ids\": [2002, \"ghost\", \"g1\"]");

        // Then
        answer.statusCode(200)
                .body("results.username", contains("Anna", "nobody", "cleo", null, null, null))
                .body("results.learner_id", contains("g1", null, "g3", "2002", "ghost", "g1"))
                .body(
                        "results.outcome",
                        contains("updated", "unknown_learner", "created", "created", "unknown_learner", "updated"));
        assertThat(completed("a")).isEqualTo("3");
        submit("a", "1", "\"usernames\": [\"anna\"]").body("results.outcome", contains("unchanged"));
        assertThat(Database.current()
                        .value(
                                "select earned from course_progress where course_key = ? and learner_id = '2002'",
                                COURSE))
                .isEqualTo("1000000000");
    }

    @Test
    @DisplayName("Scenario 57: updated, unchanged, new, and refused without a trace")
    void saysWhatBecameOfAValue() {
        // Given
        submit("oc", "0.5", "\"usernames\": [\"anna\"]").body("results.outcome", contains("created"));

        // When
        ValidatableResponse answer = submit("oc", "0.9", "\"usernames\": [\"anna\", \"cleo\"]");

        // Then
        answer.statusCode(200).body("results.outcome", contains("updated", "created"));
        submit("oc", "0.9", "\"usernames\": [\"anna\"]").body("results.outcome", contains("unchanged"));
        submit("oc", "1.2", "\"usernames\": [\"anna\"]").statusCode(400);
        submit("oc", "0.9", "\"usernames\": [\"anna\"]").body("results.outcome", contains("unchanged"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "null", "\"x\"", "\"NaN\"", "[]"})
    void writesNothingForWhatIsNoCompletion(String value) {
        // When
        ValidatableResponse answer = submit("b", value, "\"usernames\": [\"anna\"]");

        // Then
        answer.statusCode(400).body("error_code", equalTo("invalid_completion"));
        assertThat(completed("b")).isEqualTo("0");
    }

    @Test
    void refusesKeysThatDoNotBelongTogether() {
        // When
        ValidatableResponse malformed =
                send(Tokens.staff(), body("nonsense", OUTLINE.key("b"), "1", "\"usernames\": [\"anna\"]"));

        // Then
        malformed.statusCode(400).body("error_code", equalTo("invalid_course_key"));
        send(Tokens.staff(), body(COURSE, "nonsense", "1", "\"usernames\": [\"anna\"]"))
                .statusCode(400)
                .body("error_code", equalTo("invalid_block_key"));
        send(Tokens.staff(), body("course-v1:Org+other+1", OUTLINE.key("b"), "1", "\"usernames\": [\"anna\"]"))
                .statusCode(400)
                .body("error_code", equalTo("block_not_in_context"));
        assertThat(completed("b")).isEqualTo("0");
    }

    @Test
    void takesOneToAThousandLearners() {
        // Given
        String many = IntStream.range(0, 500).mapToObj(i -> "\"many" + i + "\"").collect(Collectors.joining(","));

        // When
        ValidatableResponse none = submit("b", "1", "\"usernames\": []");

        // Then
        none.statusCode(400).body("error_code", equalTo("invalid_group"));
        submit("b", "1", "\"usernames\": [" + many + "], \"learner_ids\": [" + many + "]")
                .statusCode(200);
        submit("b", "1", "\"usernames\": [" + many + "], \"learner_ids\": [" + many + ", \"one-more\"]")
                .statusCode(400)
                .body("error_code", equalTo("invalid_group"));
        submit("b", "1", "\"usernames\": [null]").statusCode(400);
    }

    @Test
    void isForStaffAndServiceClients() {
        // Given
        String body = body(COURSE, OUTLINE.key("d"), "1", "\"usernames\": [\"anna\"]");

        // When
        ValidatableResponse own = send(Tokens.learner("g1", "anna"), body);

        // Then
        own.statusCode(403);
        given().contentType("application/json")
                .body(body)
                .post("/api/completion/v1/completion-group")
                .then()
                .statusCode(401);
        send(Tokens.service(), body).statusCode(200).body("results.outcome", contains("created"));
    }

    private static String completed(String block) {
        return String.valueOf(Database.current()
                .value(
                        "select count(*) from block_completion where course_key = ? and block_key = ?",
                        COURSE,
                        OUTLINE.key(block)));
    }

    private static ValidatableResponse submit(String block, String completion, String learners) {
        return send(Tokens.staff(), body(COURSE, OUTLINE.key(block), completion, learners));
    }

    private static String body(String course, String block, String completion, String learners) {
        return "{\"course_key\": \"%s\", \"block_key\": \"%s\", \"completion\": %s, %s}"
                .formatted(course, block, completion, learners);
    }

    private static ValidatableResponse send(String token, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/api/completion/v1/completion-group")
                .then();
    }
}
