package org.laurel.bridge.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.bridge.outbound.Conversation.PROGRAMS;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.bridge.BridgeTest;
import org.laurel.bridge.Listener.Heard;
import org.laurel.bridge.openedx.event.OpenEdxEvents;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;

/** A site that does not want all of it, and has not made all of its topics. */
@BridgeTest
@TestProfile(SwitchedOffTest.HalfASite.class)
class SwitchedOffTest {

    private static final String NOT_MADE_YET = "learning-certificates-made-later";
    private static final Map<String, String> RECONCILED = Map.of("ce_correlationid", "reconcile:7");

    /** No enrollments, certificates to a topic that is missing, and nothing that the site's own facts led to. */
    public static class HalfASite implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "laurel.openedx.enrollment-topic",
                    "",
                    "laurel.openedx.certificate-topic",
                    NOT_MADE_YET,
                    "laurel.openedx.send-consequences",
                    "false");
        }
    }

    @Test
    void whatHasNoTopicIsRememberedAndNotTold() {
        try (Conversation talk = new Conversation(PROGRAMS)) {
            // When
            talk.tell(Decisions.enrollment("3301", null, null, "audit", true, 1));

            // Then
            assertThat(talk.heard(3301)).isEmpty();
            assertThat(Database.current().number("select count(*) from outbox where event_type like '%enrollment%'"))
                    .isZero();
            assertThat(Database.current().value("select author from heard_state where learner_id = '3301'"))
                    .isEqualTo("LAUREL");
        }
    }

    @Test
    void whatIsForATopicThatIsMissingWaitsForItAndHoldsNothingElseBack() {
        try (Conversation talk = new Conversation(PROGRAMS)) {
            // Given
            talk.tellEach(
                    Decisions.certificate("awarded", "3302", "downloadable", "1", 1),
                    Decisions.learner("3303", 1),
                    Decisions.program("awarded", "3303", 1));
            assertThat(talk.heard(3303)).hasSize(1);
            assertThat(Database.current().number("select count(*) from outbox where topic = ?", NOT_MADE_YET))
                    .isOne();

            // When
            LaurelInfrastructure.createTopic(NOT_MADE_YET, 1);

            // Then
            try (KafkaProbe site = KafkaProbe.fromBeginning(NOT_MADE_YET)) {
                assertThat(site.awaitEvents(NOT_MADE_YET, 1).getFirst().type())
                        .isEqualTo(OpenEdxEvents.CERTIFICATE_CREATED.type());
            }
        }
    }

    @Test
    void whatWasWithheldIsWithheldWhenItIsToldAgain() {
        try (Conversation talk = new Conversation(PROGRAMS)) {
            // Given
            talk.tellEach(
                    Decisions.learner("3304", 1),
                    Decisions.learner("3305", 1),
                    Decisions.program("awarded", "3304", 1).withHeaders(Decisions.FROM_OPEN_EDX),
                    Decisions.program("awarded", "3305", 1));

            // When
            talk.tellEach(
                    Decisions.program("awarded", "3304", 1).withHeaders(RECONCILED),
                    Decisions.program("awarded", "3305", 1).withHeaders(RECONCILED));

            // Then
            assertThat(talk.heard(3304)).isEmpty();
            assertThat(talk.heard(3305))
                    .extracting(Heard::type)
                    .containsOnly(OpenEdxEvents.PROGRAM_CERTIFICATE_AWARDED.type())
                    .hasSize(2);
        }
    }
}
