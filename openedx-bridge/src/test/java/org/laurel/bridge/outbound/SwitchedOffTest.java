package org.laurel.bridge.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
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
import org.laurel.kit.test.PlatformEvent;

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

    @Test
    void whatWasLaurelsBeforeItHadATopicDoesNotWaitForALearnerWhoIsNoUserOfTheSite() {
        try (KafkaProbe probe = KafkaProbe.fromNow()) {
            // Given
            Database.current().execute("""
                insert into heard_state (learner_id, kind, subject, version, changed, awarded, revoked, ever_awarded,
                                         author)
                values ('guest-3306', 'PROGRAM', '66666666-7777-4888-9999-000000003306', 1, false, true, false, true,
                        'LAUREL')
                """);
            PlatformEvent numbered = Decisions.program("awarded", "3306", 1);
            PlatformEvent told = PlatformEvent.of(
                    numbered.type(),
                    "guest-3306",
                    numbered.json().replace("\"learner_id\": \"3306\"", "\"learner_id\": \"guest-3306\""));

            // When
            probe.send(told.withHeaders(RECONCILED));

            // Then
            await().atMost(KafkaProbe.PATIENCE).until(() -> Database.current().number("""
                select count(*) from parked_event
                where code = 'learner_id_not_numeric' and convert_from(record_key, 'UTF8') = 'guest-3306'
                """) == 1);
            assertThat(Database.current().number("select count(*) from waiting_program where learner_id ~ 'guest'"))
                    .isZero();
            Database.current().execute("delete from parked_event where code = 'learner_id_not_numeric'");
        }
    }
}
