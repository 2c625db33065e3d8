package org.laurel.programs.credential.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.programs.credential.domain.Facts.awarded;
import static org.laurel.programs.credential.domain.Facts.key;
import static org.laurel.programs.credential.domain.Facts.revoked;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.programs.credential.domain.CourseOutcome.Position;

/** What becomes of a course credential while credentials are switched on or off. */
class CourseOutcomeTest {

    private static final CaseKey CASE = new CaseKey(new LearnerId("7"), key("A"));
    private static final CourseStanding STANDING = awarded("verified", 10);
    private static final UUID NEW = new UUID(1, 1);

    private static CourseOutcome decide(Position position, @Nullable CourseStanding now, boolean enabled) {
        return CourseOutcome.decide(CASE, position, now, enabled, NEW, Cause.of("test", "1"));
    }

    private static Position stored(CourseStanding standing) {
        return new Position(new CourseCredential(CASE, NEW, Facts.at(10), standing, 1), null);
    }

    @Test
    void awardsWhileCredentialsAreSwitchedOn() {
        // When
        CourseOutcome outcome = decide(new Position(null, null), STANDING, true);
        // Then
        assertThat(outcome.saved()).isNotNull().isEqualTo(outcome.counted());
        assertThat(outcome.waiting()).isNull();
    }

    @Test
    void letsAnAwardWaitWhileCredentialsAreSwitchedOffAndCountsIt() {
        // When
        CourseOutcome outcome = decide(new Position(null, null), STANDING, false);
        // Then
        assertThat(outcome.saved()).isNull();
        assertThat(outcome.counted()).isNotNull();
        assertThat(outcome.waiting()).isEqualTo(STANDING);
    }

    @Test
    void makesWhatWaitedWithoutCountingItAgain() {
        // When
        CourseOutcome outcome = decide(new Position(null, STANDING), STANDING, true);
        // Then
        assertThat(outcome.saved()).isNotNull();
        assertThat(outcome.counted()).isNull();
        assertThat(outcome.released()).isTrue();
    }

    @Test
    void revokesWhileCredentialsAreSwitchedOff() {
        // When
        CourseOutcome outcome = decide(stored(STANDING), revoked("verified", 10), false);
        // Then
        assertThat(outcome.saved()).isNotNull();
        assertThat(outcome.waiting()).isNull();
    }

    @Test
    void awardsWhatStaffDecideWhileCredentialsAreSwitchedOff() {
        // Given
        StaffDecision decision = new StaffDecision(CredentialStatus.AWARDED, "verified", Facts.at(20));
        // When
        CourseOutcome outcome = decide(new Position(null, null), StaffDecision.course(null, decision), false);
        // Then
        assertThat(outcome.saved()).isNotNull();
        assertThat(outcome.waiting()).isNull();
    }
}
