package org.laurel.completion.statistics;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Arrival;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.Tokens;

/**
 * The rows about statistics of the table of scenarios (completion, test scenarios), by their numbers: tree C {seq1 {5}, seq2 {3}},
 * of which a first learner has completed one block.
 */
@QuarkusTest
class StatisticsScenariosTest {

    private final KafkaProbe probe = KafkaProbe.fromNow("laurel.completions");

    @BeforeEach
    void awaitQuiet() {
        Arrival.awaitJobs();
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    @DisplayName(
            "Scenario 37, with a cohort that is there: one learner's numbers; decided otherwise, an unknown one is 404")
    void givesOneLearnersNumbers() {
        // Given
        Platform platform = course("37");

        // When
        ValidatableResponse answer = stats(platform, "?exclude_roles=staff");

        // Then
        isAverage(answer, 1, 8, 0.125f);
        stats(platform, "?cohorts=3799&exclude_roles=staff").statusCode(404);
    }

    @Test
    @DisplayName("Scenario 38: whoever is enrolled counts, without any completion too")
    void countsWhoHasCompletedNothing() {
        // Given
        Platform platform = course("38");
        Arrival.send(probe, platform.enrolled("st38b", "st38b", true, 1));

        // When
        ValidatableResponse answer = stats(platform, "");

        // Then
        isAverage(answer, 0.5f, 8, 0.0625f);
    }

    @Test
    @DisplayName("Scenario 39: staff of the platform without a role in the course run are learners like others")
    void takesRolesForTheCourseRunOnly() {
        // Given
        Platform platform = course("39");
        Arrival.send(probe, platform.enrolled("st39b", "st39b", true, 1));
        complete(platform, "st39b", 4);

        // When
        ValidatableResponse answer = stats(platform, "?exclude_roles=staff");

        // Then
        isAverage(answer, 2.5f, 8, 0.3125f);
    }

    @Test
    @DisplayName("Scenario 41, as it is correct: a cohort's members are selected, not left out")
    void selectsTheMembersOfACohort() {
        // Given
        Platform platform = course("41");
        Arrival.send(
                probe,
                platform.enrolled("st41b", "st41b", true, 1),
                platform.cohort("st41b", 4101, "Cohort", false, true, 1));
        complete(platform, "st41b", 7);

        // When
        ValidatableResponse answer = stats(platform, "?cohorts=4101");

        // Then
        isAverage(answer, 7, 8, 0.875f);
    }

    private static void isAverage(ValidatableResponse answer, float earned, float possible, float percent) {
        answer.statusCode(200)
                .body("results[0].mean_completion.earned", equalTo(earned))
                .body("results[0].mean_completion.possible", equalTo(possible))
                .body("results[0].mean_completion.percent", equalTo(percent));
    }

    private Platform course(String row) {
        Platform platform = new Platform("course-v1:Scenario+stats+" + row);
        Arrival.send(
                probe, platform.structure(outline(platform), 1, 0), platform.enrolled("st" + row, "st" + row, true, 1));
        complete(platform, "st" + row, 1);
        return platform;
    }

    private void complete(Platform platform, String learner, int blocks) {
        IntStream.rangeClosed(1, blocks)
                .forEach(i -> Arrival.send(
                        probe, platform.completed(learner, outline(platform).key("h" + i), "1", 2)));
    }

    private static Outline outline(Platform platform) {
        return Outline.of(platform.course())
                .block("course", "c", "seq1", "seq2")
                .block("sequential", "seq1", "h1", "h2", "h3", "h4", "h5")
                .block("sequential", "seq2", "h6", "h7", "h8")
                .blocks("html", "h1", "h2", "h3", "h4", "h5", "h6", "h7", "h8");
    }

    private static ValidatableResponse stats(Platform platform, String query) {
        return given().auth()
                .oauth2(Tokens.staff())
                .get("/api/completion/v1/stats/" + platform.course() + "/" + query)
                .then();
    }
}
