package org.laurel.bridge.outbound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.laurel.bridge.outbound.Conversation.PROGRAMS;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.laurel.bridge.BridgeTest;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.RepositoryRoot;

/** Operators see when learners are missing. */
@BridgeTest
class WaitingMetricsTest {

    @Test
    void whatWaitsForItsLearnerIsCountedUntilTheLearnerIsKnown() {
        try (Conversation talk = new Conversation(PROGRAMS)) {
            // Given
            talk.tell(Decisions.program("awarded", "3401", 1));
            awaitWaiting("1.0");

            // When
            talk.tell(Decisions.learner("3401", 1));

            // Then
            awaitWaiting("0.0");
        }
    }

    @Test
    void alertsAreOnMetricsThatTheBridgeShows() throws IOException {
        // Given
        String rules = Files.readString(RepositoryRoot.find().resolve("deploy/k8s/alerts/prometheus-rule.yaml"));

        // When
        List<String> watched = Pattern.compile("\\blaurel_openedx_[a-z_]+")
                .matcher(rules)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();

        // Then they are there once each has been read
        assertThat(watched).hasSize(4);
        await().atMost(KafkaProbe.PATIENCE).untilAsserted(() -> {
            String shown = given().get("/q/metrics").then().extract().asString();
            assertThat(watched).allSatisfy(metric -> assertThat(shown).contains("\n" + metric + " "));
        });
    }

    private static void awaitWaiting(String count) {
        await().atMost(KafkaProbe.PATIENCE)
                .untilAsserted(() -> given().get("/q/metrics")
                        .then()
                        .body(containsString("laurel_openedx_waiting_programs " + count))
                        .body(containsString("laurel_openedx_waiting_oldest_seconds ")));
    }
}
