package org.laurel.programs.credential.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.programs.credential.domain.Facts.at;
import static org.laurel.programs.credential.domain.Facts.awarded;
import static org.laurel.programs.credential.domain.Facts.course;
import static org.laurel.programs.credential.domain.Facts.key;
import static org.laurel.programs.credential.domain.Facts.program;
import static org.laurel.programs.credential.domain.Facts.run;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.events.key.CourseKey;
import org.laurel.programs.catalogue.domain.Program;
import org.laurel.programs.catalogue.domain.ProgramStatus;

class RepairDecisionTest {

    private static final Program BOTH = program(course(run("A", "verified")), course(run("B", "verified")));
    private static final Map<CourseKey, CourseStanding> COMPLETE =
            Map.of(key("A"), awarded("verified", 3), key("B"), awarded("verified", 5));
    private static final Map<CourseKey, CourseStanding> HALF = Map.of(key("A"), awarded("verified", 3));
    private static final RepairRule AWARDS = new RepairRule(true, false, at(60));
    private static final RepairRule REVOKES = new RepairRule(false, true, at(60));
    private static final RepairRule BOTH_WAYS = new RepairRule(true, true, at(60));

    @Test
    void awardsAsTheLastCertificateWouldHave() {
        // Given
        ProgramDecision live =
                ProgramDecision.onCertificates(null, check(BOTH, HALF), check(BOTH, COMPLETE), at(5), at(0));

        // When
        ProgramDecision repaired = repair(BOTH, null, COMPLETE, AWARDS);

        // Then
        assertThat(repaired).isEqualTo(live).isInstanceOf(ProgramDecision.Awarded.class);
    }

    @Test
    void awardsAgainAfterARevocationButNotBeforeIt() {
        // Given
        ProgramStanding revoked =
                new ProgramStanding(CredentialStatus.REVOKED, at(1), Reason.COURSE_REVOKED, at(1), at(9));

        // When
        ProgramDecision repaired = repair(BOTH, revoked, COMPLETE, BOTH_WAYS);

        // Then
        assertThat(repaired).isInstanceOfSatisfying(ProgramDecision.Awarded.class, decision -> {
            assertThat(decision.standing().createdAt()).isEqualTo(at(1));
            assertThat(decision.standing().modifiedAt()).isEqualTo(at(9));
        });
    }

    @Test
    void doesOnlyWhatItMay() {
        // Given
        ProgramStanding held = held(5);

        // When
        ProgramDecision award = repair(BOTH, null, COMPLETE, REVOKES);
        ProgramDecision revocation = repair(BOTH, held, HALF, AWARDS);

        // Then
        assertThat(award).isInstanceOf(ProgramDecision.Unchanged.class);
        assertThat(revocation).isInstanceOf(ProgramDecision.Unchanged.class);
    }

    @Test
    void revokesWhatTheCoursesDoNotSupport() {
        // Given
        ProgramStanding held = held(5);

        // When
        ProgramDecision repaired = repair(BOTH, held, HALF, REVOKES);

        // Then
        assertThat(repaired).isInstanceOfSatisfying(ProgramDecision.Revoked.class, decision -> {
            assertThat(decision.standing().reason()).isEqualTo(Reason.UNSUPPORTED);
            assertThat(decision.standing().modifiedAt()).isEqualTo(at(60));
        });
    }

    @Test
    void doesNotRevokeBecauseTheProgramIsNotOffered() {
        // Given
        Program unpublished =
                program(ProgramStatus.UNPUBLISHED, course(run("A", "verified")), course(run("B", "verified")));

        // When
        ProgramDecision supported = repair(unpublished, held(5), COMPLETE, BOTH_WAYS);
        ProgramDecision unsupported = repair(unpublished, held(5), HALF, BOTH_WAYS);

        // Then
        assertThat(supported).isInstanceOf(ProgramDecision.Unchanged.class);
        assertThat(unsupported).isInstanceOf(ProgramDecision.Revoked.class);
        assertThat(repair(unpublished, null, COMPLETE, BOTH_WAYS)).isInstanceOf(ProgramDecision.Unchanged.class);
    }

    @Test
    void mendsTheDateAndLeavesWhatIsRight() {
        // Given
        ProgramStanding early = held(1);

        // When
        ProgramDecision redated = repair(BOTH, early, COMPLETE, AWARDS);

        // Then
        assertThat(redated)
                .isInstanceOfSatisfying(
                        ProgramDecision.Redated.class,
                        decision ->
                                assertThat(decision.standing().availableAt()).isEqualTo(at(5)));
        assertThat(repair(BOTH, held(5), COMPLETE, BOTH_WAYS)).isInstanceOf(ProgramDecision.Unchanged.class);
        assertThat(repair(BOTH, early, COMPLETE, REVOKES))
                .as("a repair that may only revoke moves no date")
                .isInstanceOf(ProgramDecision.Unchanged.class);
    }

    private static ProgramStanding held(int minute) {
        return new ProgramStanding(
                CredentialStatus.AWARDED, at(minute), Reason.COURSES_COMPLETED, at(minute), at(minute));
    }

    private static Completion check(Program program, Map<CourseKey, CourseStanding> standings) {
        return Completion.check(program, standings);
    }

    private static ProgramDecision repair(
            Program program,
            @Nullable ProgramStanding stored,
            Map<CourseKey, CourseStanding> standings,
            RepairRule rule) {
        return ProgramDecision.onRepair(stored, check(program, standings), rule, at(0));
    }
}
