package org.laurel.completion.block;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Arrival;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.Tokens;

@QuarkusTest
class LatestBlocksApiTest {

    private static final String FIRST = "course-v1:Org+latest+2026";
    private static final String SECOND = "Org/latest/2025";
    private static final Outline OUTLINE = Outline.small(FIRST);
    private static final Outline OLD = Outline.small(SECOND);
    private static final String OWN = Tokens.learner("l1", "later");

    @BeforeEach
    void complete() {
        if ("0".equals(Database.current().value("select count(*) from enrollment where course_key = ?", FIRST))) {
            Platform first = new Platform(FIRST);
            Platform second = new Platform(SECOND);
            try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
                Arrival.send(
                        probe,
                        first.enrolled("l1", "later", true, 1),
                        first.enrolled("l2", "never", true, 1),
                        first.completed("l1", OUTLINE.key("a"), "1", 5),
                        first.completed("l1", OUTLINE.key("b"), "1", 7),
                        first.completed("l1", OUTLINE.key("b"), "0", 8),
                        first.completed("l1", OUTLINE.key("d"), "1", 6),
                        // The same value again moves nothing.
                        first.completed("l1", OUTLINE.key("a"), "1", 9),
                        second.completed("l1", OLD.key("a"), "0.5", 3),
                        second.completed("l1", OLD.key("d"), "0.5", 4));
            }
        }
    }

    @Test
    void tellsTheBlockOfEachCourseRunThatChangedLast() {
        // When
        ValidatableResponse answer = get(OWN, "/learners/Later/latest-blocks");

        // Then
        answer.statusCode(200)
                .body("size()", equalTo(2))
                .body("'" + FIRST + "'.block_key", equalTo(OUTLINE.key("b")))
                .body("'" + FIRST + "'.modified", equalTo("2025-01-01T00:08:00Z"))
                .body("'" + SECOND + "'.block_key", equalTo(OLD.key("d")))
                .body("'" + SECOND + "'.modified", equalTo("2025-01-01T00:04:00Z"));
        get(Tokens.service(), "/learners/later/latest-blocks").statusCode(200).body("size()", equalTo(2));
        get(Tokens.learner("l2", "never"), "/learners/never/latest-blocks")
                .statusCode(200)
                .body("", anEmptyMap());
    }

    @Test
    void tellsTheBlockOfOneCourseRun() {
        // When
        ValidatableResponse answer = get(OWN, "/learners/later/latest-blocks/" + FIRST);

        // Then
        answer.statusCode(200).body("block_key", equalTo(OUTLINE.key("b")));
        get(Tokens.staff(), "/learners/later/latest-blocks/" + SECOND + "/")
                .statusCode(200)
                .body("block_key", equalTo(OLD.key("d")), "modified", equalTo("2025-01-01T00:04:00Z"));
        get(Tokens.staff(), "/learners/never/latest-blocks/" + FIRST)
                .statusCode(404)
                .body("error_code", equalTo("unavailable_completion_data"));
        get(OWN, "/learners/later/latest-blocks/nonsense")
                .statusCode(400)
                .body("error_code", equalTo("invalid_course_key"));
    }

    @Test
    void isForTheLearnerStaffAndServiceClients() {
        // When
        ValidatableResponse answer = get(Tokens.learner("l2", "never"), "/learners/later/latest-blocks");

        // Then
        answer.statusCode(403);
        get(Tokens.learner("l2", "never"), "/learners/later/latest-blocks/" + FIRST)
                .statusCode(403);
        get(Tokens.staff(), "/learners/nobody-at-all/latest-blocks").statusCode(404);
        get(Tokens.staff(), "/learners/nobody-at-all/latest-blocks/" + FIRST)
                .statusCode(404)
                .body("error_code", equalTo("user_not_found"));
        given().get("/api/completion/v1/learners/later/latest-blocks").then().statusCode(401);
    }

    private static ValidatableResponse get(String token, String path) {
        return given().auth().oauth2(token).get("/api/completion/v1" + path).then();
    }
}
