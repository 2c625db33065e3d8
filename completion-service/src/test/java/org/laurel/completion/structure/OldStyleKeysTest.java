package org.laurel.completion.structure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Arrival;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.Tokens;

/** Block keys of old style name no run: the course key beside them does. */
@QuarkusTest
class OldStyleKeysTest {

    private static final Outline FIRST = Outline.small("Org/old/2024");
    private static final Outline SECOND = Outline.small("Org/old/2025");
    private static final String OWN = Tokens.learner("ok1", "oldie");

    /** Scenario 46, as decided: what is stored is found by learner and course run. */
    @Test
    void keepsRunsOfOneCourseApartWhoseBlocksHaveTheSameKeys() {
        // Given
        Platform first = new Platform("Org/old/2024");
        Platform second = new Platform("Org/old/2025");
        assertThat(FIRST.key("a")).isEqualTo(SECOND.key("a")).isEqualTo("i4x://Org/old/html/a");
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
            Arrival.send(
                    probe,
                    first.structure(FIRST, 1, 0),
                    second.structure(SECOND, 1, 0),
                    first.enrolled("ok1", "oldie", true, 1),
                    second.enrolled("ok1", "oldie", true, 2),
                    first.completed("ok1", FIRST.key("a"), "1", 3),
                    first.completed("ok1", FIRST.key("b"), "1", 3));

            // When
            Arrival.send(probe, second.completed("ok1", SECOND.key("a"), "0.5", 4));
        }

        // Then
        completion("Org/old/2024").body("completion.earned", equalTo(2f), "completion.possible", equalTo(4f));
        completion("Org/old/2025")
                .body("completion.earned", equalTo(0.5f), "completion.possible", equalTo(4f))
                .body("chapter.block_key", contains(SECOND.key("ch1"), SECOND.key("ch2"), SECOND.key("e")))
                .body("chapter.completion.earned", contains(0.5f, 0f, 0f));
        assertThat(Database.current()
                        .value(
                                "select string_agg(course_key || ' ' || completion, ', ' order by course_key) "
                                        + "from block_completion where learner_id = 'ok1' and block_key = ?",
                                FIRST.key("a")))
                .isEqualTo("Org/old/2024 1000000000, Org/old/2025 500000000");
    }

    private static ValidatableResponse completion(String course) {
        return given().auth()
                .oauth2(OWN)
                .queryParam("requested_fields", "chapter")
                .get("/api/completion/v0/course/{course}/", course)
                .then()
                .statusCode(200);
    }
}
