package org.laurel.bridge.outbound;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.laurel.bridge.outbound.Conversation.PROGRAMS;

import org.junit.jupiter.api.Test;
import org.laurel.bridge.BridgeTest;
import org.laurel.kit.test.KafkaProbe;

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

    private static void awaitWaiting(String count) {
        await().atMost(KafkaProbe.PATIENCE)
                .untilAsserted(() -> given().get("/q/metrics")
                        .then()
                        .body(containsString("laurel_openedx_waiting_programs " + count))
                        .body(containsString("laurel_openedx_waiting_oldest_seconds ")));
    }
}
