package org.laurel.programs;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.Tokens;

/** What operators see and do. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class OperationsTest {

    private static final String OPS = "/api/programs/ops";

    @Test
    void showsTheJobThatEvaluatesAProgram() {
        // Given
        Story story = new Story("job");

        // When
        story.put(1, List.of(List.of("A"))).statusCode(201);

        // Then
        given().auth()
                .oauth2(Tokens.staff())
                .get(OPS + "/jobs")
                .then()
                .statusCode(200)
                .body("results.subject", hasItem(story.program(1) + "@1"));
    }

    @Test
    void parksWhatCannotBeReadAndTakesItUpAgain() {
        // Given
        Story story = new Story("parked");
        PlatformEvent broken = story.certificate("A", 1, "splendid", 10);
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.certificates")) {
            probe.send(broken);
        }

        // When
        int id = Awaitility.await().until(() -> parked(story), found -> found > 0);

        // Then
        act(id, "replay", 422);
        act(id, "discard", 200);
    }

    @ParameterizedTest
    @CsvSource({"/jobs/0/pause", "/jobs/0/resume", "/parked-events/0/replay", "/parked-events/0/discard"})
    void answersNotFoundForWhatIsNotThere(String path) {
        // When
        var answer = given().auth().oauth2(Tokens.service()).post(OPS + path);

        // Then
        answer.then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"/jobs", "/parked-events"})
    void keepsLearnersOut(String path) {
        // When
        var answer = given().auth().oauth2(new Story("outside").token()).get(OPS + path);

        // Then
        answer.then().statusCode(403);
    }

    private static void act(int id, String action, int status) {
        given().auth()
                .oauth2(Tokens.staff())
                .post(OPS + "/parked-events/{id}/{action}", id, action)
                .then()
                .statusCode(status);
    }

    /** The id of the learner's parked event, 0 without one. */
    private static int parked(Story story) {
        List<Integer> ids = given().auth()
                .oauth2(Tokens.staff())
                .get(OPS + "/parked-events")
                .then()
                .statusCode(200)
                .extract()
                .path("results.findAll { it.key == '" + story.learnerId() + "' }.id");
        return ids.isEmpty() ? 0 : ids.getFirst();
    }
}
