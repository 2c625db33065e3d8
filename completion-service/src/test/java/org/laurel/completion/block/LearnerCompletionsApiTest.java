package org.laurel.completion.block;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.completion.Arrival;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.Tokens;

@QuarkusTest
class LearnerCompletionsApiTest {

    private static final String COURSE = "course-v1:Org+values+2026";
    private static final String OLD_COURSE = "Org/values/2025";
    private static final Outline OUTLINE = Outline.small(COURSE);
    private static final Outline OLD = Outline.small(OLD_COURSE);
    private static final Platform PLATFORM = new Platform(COURSE);
    private static final String OWN = Tokens.learner("v1", "valuer");

    @BeforeEach
    void complete() {
        if ("0".equals(Database.current().value("select count(*) from enrollment where course_key = ?", COURSE))) {
            Platform old = new Platform(OLD_COURSE);
            try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
                Arrival.send(
                        probe,
                        PLATFORM.structure(OUTLINE, 1, 0),
                        old.structure(OLD, 1, 0),
                        PLATFORM.enrolled("v1", "valuer", true, 1),
                        old.enrolled("v1", "valuer", true, 2),
                        PLATFORM.enrolled("v2", "stranger", true, 1),
                        PLATFORM.enrolled("v3", "cleared", true, 1),
                        PLATFORM.completed("v1", OUTLINE.key("a"), "1", 3),
                        PLATFORM.completed("v1", OUTLINE.key("b"), "0.8", 3),
                        PLATFORM.completed("v1", OUTLINE.key("d"), "0.6", 3),
                        old.completed("v1", OLD.key("a"), "0.25", 3));
            }
        }
    }

    /** Scenario 58. */
    @Test
    void fillsUpWhatIsMissing() {
        // When
        ValidatableResponse answer = get(OWN, "Valuer", COURSE, keys("a", "b", "d", "oc", "absent"));

        // Then
        answer.statusCode(200)
                .body("course_key", equalTo(COURSE), "username", equalTo("valuer"))
                .body("completions.size()", equalTo(5))
                .body("completions.'" + OUTLINE.key("a") + "'", equalTo(1f))
                .body("completions.'" + OUTLINE.key("b") + "'", equalTo(0.8f))
                .body("completions.'" + OUTLINE.key("d") + "'", equalTo(0.6f))
                .body("completions.'" + OUTLINE.key("oc") + "'", equalTo(0f))
                .body("completions.'" + OUTLINE.key("absent") + "'", equalTo(0f));
        get(OWN, "valuer", OLD_COURSE, OLD.key("a"))
                .statusCode(200)
                .body("completions.'" + OLD.key("a") + "'", equalTo(0.25f));
        get(Tokens.service(), "valuer", COURSE, keys("a")).statusCode(200);
    }

    @Test
    void takesAPlusThatAClientLeftAsItIs() {
        // When
        ValidatableResponse answer = given().urlEncodingEnabled(false)
                .auth()
                .oauth2(OWN)
                .get("/api/completion/v1/learners/valuer/completions/" + COURSE + "?block_keys=" + keys("a", "b"))
                .then();

        // Then
        answer.statusCode(200)
                .body("completions.'" + OUTLINE.key("a") + "'", equalTo(1f))
                .body("completions.'" + OUTLINE.key("b") + "'", equalTo(0.8f));
    }

    @ParameterizedTest
    @CsvSource({"library-v1:Org+lib", "lib:Org:lib"})
    void knowsNoCompletionsOfLibraries(String library) {
        // When
        ValidatableResponse answer = get(OWN, "valuer", library, "lb:Org:lib:html:a");

        // Then
        answer.statusCode(400).body("error_code", equalTo("invalid_course_key"));
        get(OWN, "valuer", COURSE, "lb:Org:lib:html:a")
                .statusCode(400)
                .body("error_code", equalTo("invalid_block_key"));
        get(OWN, "valuer", COURSE, "lib-block-v1:Org+lib+type@html+block@a")
                .statusCode(400)
                .body("error_code", equalTo("invalid_block_key"));
    }

    @Test
    void parksFactsAboutLibraries() {
        // Given
        Platform library = new Platform("library-v1:Org+parked");
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
            // When
            probe.send(library.completed("v9", "lb:Org:parked:html:a", "1", 1));
            Arrival.send(probe, PLATFORM.enrolled("v2", "stranger", true, 2));
        }

        // Then
        given().auth()
                .oauth2(Tokens.staff())
                .get("/api/completion/ops/parked-events")
                .then()
                .statusCode(200)
                .body("results.findAll { it.key == 'v9' }.code", hasSize(1));
    }

    @Test
    void takesLongListsInABody() {
        // Given
        String thousand = IntStream.range(0, 999).mapToObj(i -> "h" + i).collect(Collectors.joining(","));

        // When
        ValidatableResponse answer = find(Tokens.staff(), ("b," + thousand).split(","));

        // Then
        answer.statusCode(200)
                .body("completions.size()", equalTo(1_000))
                .body("completions.'" + OUTLINE.key("b") + "'", equalTo(0.8f));
        find(Tokens.staff(), ("a,b," + thousand).split(",")).statusCode(400);
        find(Tokens.staff()).statusCode(400);
    }

    @Test
    void refusesWhatAreNoBlocksOfTheCourseRun() {
        // When
        ValidatableResponse none = get(OWN, "valuer", COURSE, ",");

        // Then
        none.statusCode(400).body("error_code", equalTo("invalid_block_keys"));
        get(OWN, "valuer", COURSE, "nonsense").statusCode(400).body("error_code", equalTo("invalid_block_key"));
        get(OWN, "valuer", COURSE, OLD.key("a")).statusCode(400).body("error_code", equalTo("block_not_in_context"));
        get(OWN, "valuer", "nonsense", keys("a")).statusCode(400).body("error_code", equalTo("invalid_course_key"));
    }

    @Test
    void showsALearnerNobodyElses() {
        // When
        ValidatableResponse answer = get(OWN, "stranger", COURSE, keys("a"));

        // Then
        answer.statusCode(403);
        get(OWN, "nobody-at-all", COURSE, keys("a")).statusCode(403);
        get(Tokens.staff(), "nobody-at-all", COURSE, keys("a")).statusCode(404);
        given().get("/api/completion/v1/learners/valuer/completions/" + COURSE)
                .then()
                .statusCode(401);
        find(Tokens.learner("v2", "stranger"), "a").statusCode(403);
    }

    /** Scenario 59. */
    @Test
    void clearsALearnersCompletionsAndTheirSums() {
        // Given
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
            Arrival.send(
                    probe,
                    PLATFORM.completed("v3", OUTLINE.key("a"), "1", 4),
                    PLATFORM.completed("v3", OUTLINE.key("b"), "1", 4),
                    PLATFORM.completed("v3", OUTLINE.key("oc"), "0.5", 4));

            // When
            ValidatableResponse answer = clear(Tokens.staff(), "cleared");

            // Then
            answer.statusCode(200).body("removed", equalTo(3), "username", equalTo("cleared"));
            assertThat(earned()).isEqualTo("0");
            assertThat(Database.current()
                            .query("select * from block_progress where learner_id = 'v3' and course_key = ?", COURSE))
                    .isEmpty();
            Arrival.send(probe, PLATFORM.completed("v3", OUTLINE.key("d"), "1", 5));
            assertThat(earned()).isEqualTo("0");
            given().auth()
                    .oauth2(Tokens.learner("v3", "cleared"))
                    .contentType("application/json")
                    .body("{\"completion\": 1}")
                    .post("/api/completion/v1/course/{course}/blocks/{block}/", COURSE, OUTLINE.key("a"))
                    .then()
                    .statusCode(201);
            assertThat(earned()).isEqualTo("1000000000");
        }
        clear(Tokens.service(), "cleared").statusCode(200).body("removed", equalTo(1));
        clear(Tokens.service(), "cleared").statusCode(200).body("removed", equalTo(0));
        clear(Tokens.staff(), "stranger").statusCode(200).body("removed", equalTo(0));
        assertThat(Database.current()
                        .query("select * from block_completion where learner_id = 'v1' and course_key = ?", COURSE))
                .hasSize(3);
    }

    @Test
    void letsNoLearnerClear() {
        // When
        ValidatableResponse answer = clear(OWN, "valuer");

        // Then
        answer.statusCode(403);
        clear(Tokens.staff(), "nobody-at-all").statusCode(404).body("error_code", equalTo("user_not_found"));
        given().auth()
                .oauth2(Tokens.staff())
                .delete("/api/completion/v1/learners/valuer/completions/nonsense")
                .then()
                .statusCode(400)
                .body("error_code", equalTo("invalid_course_key"));
    }

    private static String earned() {
        return String.valueOf(Database.current()
                .value("select earned from course_progress where learner_id = 'v3' and course_key = ?", COURSE));
    }

    private static String keys(String... ids) {
        return Stream.of(ids).map(OUTLINE::key).collect(Collectors.joining(","));
    }

    private static ValidatableResponse get(String token, String username, String course, String blockKeys) {
        return given().auth()
                .oauth2(token)
                .queryParam("block_keys", blockKeys)
                .get("/api/completion/v1/learners/{username}/completions/{course}", username, course)
                .then();
    }

    private static ValidatableResponse find(String token, String... ids) {
        String keys = Stream.of(ids).map(id -> "\"" + OUTLINE.key(id) + "\"").collect(Collectors.joining(","));
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body("{\"block_keys\": [" + keys + "]}")
                .post("/api/completion/v1/learners/valuer/completions/{course}", COURSE)
                .then();
    }

    private static ValidatableResponse clear(String token, String username) {
        return given().auth()
                .oauth2(token)
                .delete("/api/completion/v1/learners/{username}/completions/{course}", username, COURSE)
                .then();
    }
}
