package org.laurel.enrollment.namechange.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.enrollment.learner.domain.Account;
import org.laurel.enrollment.learner.domain.CertificatePreferences;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.enrollment.learner.domain.Reach;
import org.laurel.enrollment.namechange.domain.NameChange.State;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;

class NameChangeOutcomeTest {

    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
    private static final LearnerId ADA = new LearnerId("ada");
    private static final Cause CAUSE = Cause.of("ada", "1");
    private static final Learner LEARNER = new Learner(
            ADA,
            new Account("ada", "ada@example.org", "Ada", true),
            1,
            NOW,
            CertificatePreferences.USUAL,
            1,
            NOW,
            Reach.NEVER_ENROLLED);

    @ParameterizedTest
    @CsvSource({"Ada King, ", "Ada, name", "' ', name", "<b>, name", "'', name"})
    void takesFitNamesThatAreNew(String name, @Nullable String refused) {
        // Given
        var command = new NameChangeCommand.Request(ADA, name, "married", CAUSE);

        // When
        NameChangeOutcome outcome = NameChangeOutcome.decide(LEARNER, null, command, NOW);

        // Then
        assertThat(outcome instanceof NameChangeOutcome.Refused reason ? reason.member() : null)
                .isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource({"1024, true", "1025, false"})
    void takesRationalesOfUpTo1024Characters(int length, boolean taken) {
        // Given
        var command = new NameChangeCommand.Request(ADA, "Ada King", "x".repeat(length), CAUSE);

        // When
        NameChangeOutcome outcome = NameChangeOutcome.decide(LEARNER, null, command, NOW);

        // Then
        assertThat(outcome instanceof NameChangeOutcome.Kept).isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({"PENDING, true", "CONFIRMED, false", "REJECTED, false"})
    void decidesWhatWaits(State state, boolean decided) {
        // Given
        NameChange newest = new NameChange(ADA, "Ada King", "", state, NOW);

        // When
        NameChangeOutcome confirmed =
                NameChangeOutcome.decide(LEARNER, newest, new NameChangeCommand.Confirm(ADA, CAUSE), NOW);
        NameChangeOutcome rejected =
                NameChangeOutcome.decide(LEARNER, newest, new NameChangeCommand.Reject(ADA, CAUSE), NOW);

        // Then
        NameChangeOutcome nothing = new NameChangeOutcome.NothingPending();
        assertThat(confirmed).isEqualTo(decided ? new NameChangeOutcome.Kept(newest.in(State.CONFIRMED)) : nothing);
        assertThat(rejected).isEqualTo(decided ? new NameChangeOutcome.Kept(newest.in(State.REJECTED)) : nothing);
    }

    @Test
    void overwritesAnOlderRequest() {
        // Given
        NameChange older = new NameChange(ADA, "Ada King", "", State.PENDING, NOW.minusSeconds(60));
        var command = new NameChangeCommand.Request(ADA, "Ada Lovelace", "", CAUSE);

        // When
        NameChangeOutcome outcome = NameChangeOutcome.decide(LEARNER, older, command, NOW);

        // Then
        assertThat(outcome)
                .isEqualTo(new NameChangeOutcome.Kept(new NameChange(ADA, "Ada Lovelace", "", State.PENDING, NOW)));
    }
}
