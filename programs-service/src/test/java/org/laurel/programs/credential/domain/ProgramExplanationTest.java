package org.laurel.programs.credential.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.programs.credential.domain.Facts.at;
import static org.laurel.programs.credential.domain.Facts.course;
import static org.laurel.programs.credential.domain.Facts.program;
import static org.laurel.programs.credential.domain.Facts.run;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.programs.catalogue.domain.Program;
import org.laurel.programs.catalogue.domain.StoredProgram;
import org.laurel.programs.credential.domain.ProgramExplanation.Outcome;

/** What is explained is what the decision does. */
class ProgramExplanationTest {

    private static final LearnerId LEARNER = new LearnerId("7");
    private static final Program PROGRAM = program(course(run("A", "verified")), course(run("B", "verified")));
    private static final ProgramStanding EARNED =
            new ProgramStanding(CredentialStatus.AWARDED, at(1), Reason.COURSES_COMPLETED, at(1), at(1));
    private static final AwardTerms UNCONFIGURED = new AwardTerms(true, false, false);

    @Test
    void whatWaitsAsksForNoCourseThatTheProgramAsksForSince() {
        // When
        ProgramExplanation explanation =
                ProgramExplanation.of(facts(new ProgramPosition(null, EARNED, null), null, UNCONFIGURED));
        // Then
        assertThat(explanation.outcome()).isEqualTo(Outcome.PENDING);
        assertThat(rules(explanation.wouldChange())).containsExactly("certificate_configured");
        assertThat(rules(explanation.trace()))
                .startsWith("staff_decision", "earned_before")
                .contains("course_satisfied");
    }

    @Test
    void whatStaffRevokedAndIsEarnedNeedsOnlyThatTheyTakeItBack() {
        // Given
        CredentialOrder revoked = order(CredentialStatus.REVOKED);
        ProgramStanding shown =
                new ProgramStanding(CredentialStatus.REVOKED, at(1), Reason.STAFF_REVOKED, at(1), at(5));
        // When
        ProgramExplanation explanation = ProgramExplanation.of(
                facts(new ProgramPosition(stored(shown, EARNED), null, revoked.decision()), revoked, UNCONFIGURED));
        // Then
        assertThat(explanation.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
        assertThat(rules(explanation.wouldChange())).containsExactly("staff_decision");
    }

    @Test
    void whatIsNotEarnedNeedsItsCoursesAndTheTerms() {
        // When
        ProgramExplanation explanation = ProgramExplanation.of(facts(ProgramPosition.NOTHING, null, UNCONFIGURED));
        // Then
        assertThat(rules(explanation.wouldChange()))
                .containsExactly("course_satisfied", "course_satisfied", "certificate_configured");
        assertThat(rules(explanation.trace())).doesNotContain("earned_before");
    }

    @Test
    void saysThatADecisionWasTakenBack() {
        // Given
        CredentialOrder takenBack = order(null);
        // When
        ProgramExplanation explanation = ProgramExplanation.of(
                facts(new ProgramPosition(null, null, takenBack.decision()), takenBack, UNCONFIGURED));
        // Then
        assertThat(explanation.trace().getFirst().detail())
                .isEqualTo("Staff have taken back what they decided; the other rules are asked.");
    }

    private static CredentialOrder order(@Nullable CredentialStatus status) {
        return new CredentialOrder(
                CredentialKey.of(LEARNER, PROGRAM.uuid()),
                new StaffDecision(status, null, at(5)),
                1,
                Cause.of("staff", "request"));
    }

    private static ProgramCredential stored(ProgramStanding shown, ProgramStanding automatic) {
        return new ProgramCredential(LEARNER, PROGRAM.uuid(), new UUID(0, 9), shown, automatic, 2);
    }

    private static ProgramCase facts(ProgramPosition position, @Nullable CredentialOrder order, AwardTerms terms) {
        return new ProgramCase(
                LEARNER,
                new StoredProgram(1, PROGRAM, 1, at(0), at(0)),
                Map.of(),
                Set.of(),
                position,
                order,
                terms,
                position.waiting() == null ? null : Obstacle.NO_ACTIVE_CONFIGURATION);
    }

    private static List<String> rules(List<RuleResult> results) {
        return results.stream().map(RuleResult::rule).toList();
    }
}
