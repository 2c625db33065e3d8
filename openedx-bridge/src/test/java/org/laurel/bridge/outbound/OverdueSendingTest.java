package org.laurel.bridge.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.bridge.outbound.Conversation.PROGRAMS;

import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.laurel.bridge.BridgeTest;
import org.laurel.bridge.Listener.Heard;
import org.laurel.bridge.openedx.event.OpenEdxEvents;
import org.laurel.bridge.outbound.app.OverdueSending;
import org.laurel.kit.test.Database;

/** What waited for its learner and could not be told when the learner became known. */
@BridgeTest
class OverdueSendingTest {

    @Inject
    OverdueSending overdue;

    @Test
    void anAwardGoesOutThoughNobodyTellsOfItsLearnerAgain() {
        try (Conversation talk = new Conversation(PROGRAMS)) {
            // Given
            talk.tell(Decisions.learner("3701", 1));
            keepAward("3701");

            // When
            overdue.apply();

            // Then
            assertThat(talk.heard(3701))
                    .extracting(Heard::type)
                    .containsExactly(OpenEdxEvents.PROGRAM_CERTIFICATE_AWARDED.type());
        }
    }

    @Test
    void anAwardThatWasRevokedMeanwhileDoesNotGoOut() {
        try (Conversation talk = new Conversation(PROGRAMS)) {
            // Given
            talk.tell(Decisions.learner("3702", 1));
            Database.current().execute("""
                insert into heard_state (learner_id, kind, subject, version, changed, awarded, revoked, ever_awarded,
                                         author)
                values ('3702', 'PROGRAM', ?, 2, false, false, true, true, 'LAUREL')
                """, credential("3702"));
            keepAward("3702");

            // When
            overdue.apply();

            // Then
            assertThat(talk.heard(3702)).isEmpty();
            assertThat(waiting("3702")).isZero();
        }
    }

    @Test
    void anAwardGoesOutBeforeTheRevocationThatFollowsIt() {
        try (Conversation talk = new Conversation(PROGRAMS)) {
            // Given
            talk.tell(Decisions.learner("3703", 1));
            keepAward("3703");

            // When
            talk.tell(Decisions.program("revoked", "3703", 2));

            // Then
            assertThat(talk.heard(3703))
                    .extracting(Heard::type)
                    .containsExactly(
                            OpenEdxEvents.PROGRAM_CERTIFICATE_AWARDED.type(),
                            OpenEdxEvents.PROGRAM_CERTIFICATE_REVOKED.type());
        }
    }

    @Test
    void whatNobodyCanWriteHoldsNothingElseUp() {
        try (Conversation talk = new Conversation(PROGRAMS)) {
            // Given
            talk.tell(Decisions.learner("1-guest", 1));
            keepAward("1-guest");
            talk.tell(Decisions.learner("3704", 1));
            keepAward("3704");

            // When
            overdue.apply();

            // Then
            assertThat(talk.heard(3704)).hasSize(1);
            assertThat(waiting("1-guest")).isOne();
            Database.current().execute("delete from waiting_program where learner_id = '1-guest'");
        }
    }

    private static void keepAward(String learner) {
        Database.current().execute("""
            insert into waiting_program (learner_id, credential_uuid, is_awarded, version, program_uuid, program_title,
                                         program_type, told_at, cause_by, cause_id, correlation_id)
            values (?, ?::uuid, true, 1, '11111111-2222-4333-8444-555555555555', 'Data', 'micromasters',
                    '2026-02-03T04:05:06Z', 'test', '1', '1')
            """, learner, credential(learner));
    }

    private static String credential(String learner) {
        return "66666666-7777-4888-9999-%12s"
                .formatted(learner.replaceAll("[^0-9]", ""))
                .replace(' ', '0');
    }

    private static long waiting(String learner) {
        return Database.current().number("select count(*) from waiting_program where learner_id = ?", learner);
    }
}
