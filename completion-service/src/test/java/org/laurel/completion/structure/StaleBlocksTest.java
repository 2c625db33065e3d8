package org.laurel.completion.structure;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.laurel.completion.Platform.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Arrival;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.Tokens;

/** Staff see that a course run changed where it is written, until a structure catches up. */
@QuarkusTest
class StaleBlocksTest {

    @Test
    void showsTheNewestChangeOfEachBlockThatIsNewerThanTheStructure() {
        // Given
        Outline outline = Outline.small("course-v1:Org+stale1+2026");
        Platform platform = new Platform(outline.courseKey().value());

        // When
        send(
                platform.structure(outline, 1, 10),
                stale(outline, "a", 12),
                stale(outline, "b", 11),
                stale(outline, "a", 11),
                stale(outline, "d", 10),
                stale(outline, "d", 9));

        // Then
        get(Tokens.staff(), outline)
                .statusCode(200)
                .body("stale", equalTo(true), "count", equalTo(2))
                .body("published_at", equalTo(at(10).toString()))
                .body("blocks.block_key", contains(outline.key("a"), outline.key("b")))
                .body("blocks[0].occurred_at", equalTo(at(12).toString()));
    }

    @Test
    void aStructureThatIsNotOlderEndsIt() {
        // Given
        Outline outline = Outline.small("Org/stale2/2026");
        Platform platform = new Platform(outline.courseKey().value());
        send(stale(outline, "a", 12));
        get(Tokens.service(), outline).statusCode(200).body("stale", equalTo(true), "published_at", nullValue());

        // When
        send(platform.structure(outline, 1, 12));

        // Then
        get(Tokens.service(), outline)
                .statusCode(200)
                .body("stale", equalTo(false), "count", equalTo(0), "blocks", empty());
    }

    @Test
    void aChangeThatComesAfterANewerStructureChangesNothing() {
        // Given
        Outline outline = Outline.small("course-v1:Org+stale3+2026");
        Platform platform = new Platform(outline.courseKey().value());
        send(platform.structure(outline, 1, 10), platform.structure(outline, 2, 5));

        // When
        send(stale(outline, "a", 7));

        // Then
        get(Tokens.staff(), outline).statusCode(200).body("stale", equalTo(false), "count", equalTo(0));
    }

    @Test
    void isForStaffAndServiceClientsAndKnowsNothingOfUnknownCourseRuns() {
        // Given
        Outline outline = Outline.small("course-v1:Org+stale4+2026");

        // When
        ValidatableResponse unknown = get(Tokens.staff(), outline);

        // Then
        unknown.statusCode(404).body("error_code", equalTo("structure_not_found"));
        get(Tokens.learner("1", "ada"), outline).statusCode(403);
    }

    private static void send(PlatformEvent... events) {
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
            Arrival.send(probe, events);
        }
    }

    private static PlatformEvent stale(Outline outline, String block, int minute) {
        String json = """
                {"course_key": "%s", "block_key": "%s", "occurred_at": "%s"}
                """.formatted(outline.courseKey().value(), outline.key(block), at(minute));
        return PlatformEvent.of(
                "org.laurel.course-structure.stale.v1", outline.courseKey().value(), json);
    }

    private static ValidatableResponse get(String token, Outline outline) {
        return given().auth()
                .oauth2(token)
                .get(
                        "/api/completion/v1/course-structures/{course}/stale-blocks",
                        outline.courseKey().value())
                .then();
    }
}
