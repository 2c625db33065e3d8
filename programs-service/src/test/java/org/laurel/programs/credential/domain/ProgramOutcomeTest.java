package org.laurel.programs.credential.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.programs.credential.domain.CredentialStatus.AWARDED;
import static org.laurel.programs.credential.domain.CredentialStatus.REVOKED;
import static org.laurel.programs.credential.domain.Facts.at;
import static org.laurel.programs.credential.domain.Facts.awarded;
import static org.laurel.programs.credential.domain.Facts.course;
import static org.laurel.programs.credential.domain.Facts.key;
import static org.laurel.programs.credential.domain.Facts.program;
import static org.laurel.programs.credential.domain.Facts.revoked;
import static org.laurel.programs.credential.domain.Facts.run;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.programs.catalogue.domain.Program;
import org.laurel.programs.catalogue.domain.StoredProgram;

/** What becomes of a program credential between certificates, obstacles and staff. */
class ProgramOutcomeTest {

    private static final Program PROGRAM = program(course(run("A", "verified")));
    private static final Map<CourseKey, CourseStanding> COMPLETE = Map.of(key("A"), awarded("verified", 10));
    private static final AwardTerms ALLOWED = new AwardTerms(true, false, true);
    private static final UUID NEW = new UUID(1, 1);

    private static Evaluation evaluation() {
        return new Evaluation(
                new LearnerId("7"), new StoredProgram(1, PROGRAM, 1, at(0), at(5)), List.of(), Cause.of("test", "1"));
    }

    private static ProgramOutcome decide(
            ProgramPosition position, Map<CourseKey, CourseStanding> standings, Supplier<AwardTerms> terms) {
        return ProgramOutcome.decide(evaluation(), position, standings, terms, NEW);
    }

    private static StaffDecision decision(@Nullable CredentialStatus status, int minute) {
        return new StaffDecision(status, null, at(minute));
    }

    @ParameterizedTest
    @CsvSource({
        "false, false, true, CREDENTIALS_DISABLED",
        "false, true, false, CREDENTIALS_DISABLED",
        "true, true, false, PROGRAM_EXCLUDED",
        "true, false, false, NO_ACTIVE_CONFIGURATION",
    })
    void keepsWhatIsEarnedForLater(boolean enabled, boolean excepted, boolean configured, Obstacle obstacle) {
        // When
        ProgramOutcome outcome =
                decide(ProgramPosition.NOTHING, COMPLETE, () -> new AwardTerms(enabled, excepted, configured));
        // Then
        assertThat(outcome.credential()).isNull();
        assertThat(outcome.obstacle()).isEqualTo(obstacle);
        assertThat(outcome.waiting())
                .isEqualTo(new ProgramStanding(AWARDED, at(10), Reason.PROGRAM_CHANGED, at(10), at(10)));
        assertThat(outcome.told(null, evaluation())).isEmpty();
    }

    @Test
    void makesWhatWaitedAsItWasEarned() {
        // Given
        ProgramStanding waiting = new ProgramStanding(AWARDED, at(10), Reason.COURSES_COMPLETED, at(10), at(10));
        // When
        ProgramOutcome outcome = decide(new ProgramPosition(null, waiting, null), COMPLETE, () -> ALLOWED);
        // Then
        assertThat(outcome.waiting()).isNull();
        assertThat(outcome.credential())
                .isEqualTo(new ProgramCredential(new LearnerId("7"), PROGRAM.uuid(), NEW, waiting, waiting, 1));
        assertThat(outcome.told(null, evaluation())).get().isInstanceOf(CredentialFact.ProgramAwarded.class);
    }

    @Test
    void asksNobodyWhetherACredentialThatIsMadeMayStay() {
        // Given
        ProgramStanding made = new ProgramStanding(AWARDED, at(10), Reason.COURSES_COMPLETED, at(10), at(10));
        ProgramCredential stored = new ProgramCredential(new LearnerId("7"), PROGRAM.uuid(), NEW, made, made, 3);
        // When
        ProgramOutcome outcome = decide(new ProgramPosition(stored, null, null), COMPLETE, () -> {
            throw new AssertionError("not asked");
        });
        // Then
        assertThat(outcome.credential()).isSameAs(stored);
    }

    @Test
    void letsStaffAwardWhatNobodyHasEarned() {
        // When
        ProgramOutcome outcome =
                decide(new ProgramPosition(null, null, decision(AWARDED, 40)), Map.of(), () -> ALLOWED);
        // Then
        ProgramCredential credential = Objects.requireNonNull(outcome.credential());
        assertThat(credential.standing())
                .isEqualTo(new ProgramStanding(AWARDED, at(40), Reason.STAFF_AWARDED, at(40), at(40)));
        assertThat(credential.automatic()).isNull();
    }

    @Test
    void keepsWhatCertificatesGiveBeneathARevocationByStaff() {
        // When
        ProgramOutcome outcome =
                decide(new ProgramPosition(null, null, decision(REVOKED, 40)), COMPLETE, () -> ALLOWED);
        // Then
        ProgramCredential credential = Objects.requireNonNull(outcome.credential());
        assertThat(credential.standing().reason()).isEqualTo(Reason.STAFF_REVOKED);
        assertThat(Objects.requireNonNull(credential.automatic()).isAwarded()).isTrue();
        assertThat(outcome.told(null, evaluation())).isEmpty();
    }

    @Test
    void changesNoVersionWhenOthersSeeNoDifference() {
        // Given
        ProgramStanding shown = new ProgramStanding(AWARDED, at(10), Reason.STAFF_AWARDED, at(10), at(10));
        ProgramCredential stored = new ProgramCredential(new LearnerId("7"), PROGRAM.uuid(), NEW, shown, null, 3);
        // When
        ProgramOutcome outcome =
                decide(new ProgramPosition(stored, null, decision(AWARDED, 10)), COMPLETE, () -> ALLOWED);
        // Then
        ProgramCredential credential = Objects.requireNonNull(outcome.credential());
        assertThat(credential.automatic()).isNotNull();
        assertThat(credential.version()).isEqualTo(3);
        assertThat(credential.standing()).isEqualTo(shown);
    }

    @Test
    void forgetsWhatWaitedWhenACertificateLeaves() {
        // Given
        ProgramStanding waiting = new ProgramStanding(AWARDED, at(10), Reason.COURSES_COMPLETED, at(10), at(10));
        CaseKey key = new CaseKey(new LearnerId("7"), key("A"));
        Cause cause = Cause.of("test", "1");
        CourseChange leaving = new CourseChange(
                new CourseCredential(key, NEW, at(10), awarded("verified", 10), 1),
                new CourseCredential(key, NEW, at(10), revoked("verified", 10), 2),
                cause);
        Evaluation evaluation = new Evaluation(
                new LearnerId("7"), new StoredProgram(1, PROGRAM, 1, at(0), at(5)), List.of(leaving), cause);
        // When
        ProgramOutcome outcome = ProgramOutcome.decide(
                evaluation,
                new ProgramPosition(null, waiting, null),
                Map.of(key("A"), revoked("verified", 10)),
                () -> ALLOWED,
                NEW);
        // Then
        assertThat(outcome).isEqualTo(new ProgramOutcome(null, null, null));
    }
}
