package org.laurel.programs.credential.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.programs.credential.domain.Facts.at;
import static org.laurel.programs.credential.domain.Facts.awarded;
import static org.laurel.programs.credential.domain.Facts.course;
import static org.laurel.programs.credential.domain.Facts.key;
import static org.laurel.programs.credential.domain.Facts.program;
import static org.laurel.programs.credential.domain.Facts.revoked;
import static org.laurel.programs.credential.domain.Facts.run;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.events.key.CourseKey;
import org.laurel.programs.catalogue.domain.Program;
import org.laurel.programs.catalogue.domain.ProgramStatus;

/** When a program credential is awarded, kept, revoked and redated. */
class ProgramDecisionTest {

    private static final Program ONE_OF_TWO = program(course(run("A", "verified"), run("B", "verified")));
    private static final ProgramStanding HELD =
            new ProgramStanding(CredentialStatus.AWARDED, at(1), Reason.COURSES_COMPLETED, at(1), at(1));
    private static final ProgramStanding LOST =
            new ProgramStanding(CredentialStatus.REVOKED, at(1), Reason.COURSE_REVOKED, at(1), at(20));

    @Test
    void awardsACompleteProgram() {
        // When
        ProgramDecision decision = onCertificates(null, Map.of(), Map.of(key("A"), awarded("verified", 5)));

        // Then
        assertThat(decision)
                .isInstanceOfSatisfying(
                        ProgramDecision.Awarded.class,
                        awarded -> assertThat(awarded.standing())
                                .isEqualTo(new ProgramStanding(
                                        CredentialStatus.AWARDED, at(5), Reason.COURSES_COMPLETED, at(5), at(5))));
    }

    @Test
    void awardsNothingBeforeTheProgramExisted() {
        // When
        ProgramDecision decision = ProgramDecision.onCertificates(
                null, check(Map.of()), check(Map.of(key("A"), awarded("verified", 5))), at(5), at(8));

        // Then
        assertThat(((ProgramDecision.Awarded) decision).standing().createdAt()).isEqualTo(at(8));
    }

    @Test
    void leavesAnIncompleteProgramAlone() {
        // When
        ProgramDecision decision = onCertificates(null, Map.of(), Map.of(key("A"), awarded("honor", 5)));

        // Then
        assertThat(decision).isInstanceOf(ProgramDecision.Unchanged.class);
    }

    @Test
    void revokesWhenTheLastMatchingRunIsRevoked() {
        // When
        ProgramDecision decision = onCertificates(
                HELD, Map.of(key("A"), awarded("verified", 1)), Map.of(key("A"), revoked("verified", 1)));

        // Then
        assertThat(decision)
                .isInstanceOfSatisfying(
                        ProgramDecision.Revoked.class,
                        revoked -> assertThat(revoked.standing())
                                .isEqualTo(new ProgramStanding(
                                        CredentialStatus.REVOKED, at(1), Reason.COURSE_REVOKED, at(1), at(30))));
    }

    @Test
    void staysWhileAnotherRunStillCompletesTheProgram() {
        // Given
        CourseStanding other = awarded("verified", 1);

        // When
        ProgramDecision decision = onCertificates(
                HELD,
                Map.of(key("A"), awarded("verified", 1), key("B"), other),
                Map.of(key("A"), revoked("verified", 1), key("B"), other));

        // Then
        assertThat(decision).isInstanceOf(ProgramDecision.Unchanged.class);
    }

    @Test
    void showsLaterWhenOnlyTheLaterRunIsLeft() {
        // Given
        CourseStanding other = awarded("verified", 9);

        // When
        ProgramDecision decision = onCertificates(
                HELD,
                Map.of(key("A"), awarded("verified", 1), key("B"), other),
                Map.of(key("A"), revoked("verified", 1), key("B"), other));

        // Then
        assertThat(decision)
                .isInstanceOfSatisfying(
                        ProgramDecision.Redated.class,
                        redated -> assertThat(redated.standing().availableAt()).isEqualTo(at(9)));
    }

    /** The program asks for a course more than when the credential was awarded. */
    @Test
    void staysWhenOnlyTheProgramAsksForMore() {
        // Given
        Program longer = program(course(run("A", "verified"), run("B", "verified")), course(run("C", "verified")));
        Completion before =
                Completion.check(longer, Map.of(key("A"), awarded("verified", 1), key("B"), awarded("verified", 1)));
        Completion after =
                Completion.check(longer, Map.of(key("A"), awarded("verified", 1), key("B"), revoked("verified", 1)));

        // When
        ProgramDecision decision = ProgramDecision.onCertificates(HELD, before, after, at(30), at(0));

        // Then
        assertThat(decision).isInstanceOf(ProgramDecision.Unchanged.class);
    }

    @Test
    void revokesInAnUnpublishedProgramToo() {
        // Given
        Program unpublished = program(ProgramStatus.UNPUBLISHED, course(run("A", "verified")));
        Completion before = Completion.check(unpublished, Map.of(key("A"), awarded("verified", 1)));
        Completion after = Completion.check(unpublished, Map.of(key("A"), revoked("verified", 1)));

        // When
        ProgramDecision decision = ProgramDecision.onCertificates(HELD, before, after, at(30), at(0));

        // Then
        assertThat(decision).isInstanceOf(ProgramDecision.Revoked.class);
    }

    @Test
    void awardsAgainAfterTheRevocation() {
        // When
        ProgramDecision decision = onCertificates(LOST, Map.of(), Map.of(key("B"), awarded("verified", 5)));

        // Then
        assertThat(decision)
                .isInstanceOfSatisfying(
                        ProgramDecision.Awarded.class,
                        awarded -> assertThat(awarded.standing())
                                .isEqualTo(new ProgramStanding(
                                        CredentialStatus.AWARDED, at(5), Reason.COURSES_COMPLETED, at(1), at(20))));
    }

    @Test
    void neverRevokesBecauseTheProgramChanged() {
        // When
        ProgramDecision decision = ProgramDecision.onProgram(HELD, check(Map.of()), at(40));

        // Then
        assertThat(decision).isInstanceOf(ProgramDecision.Unchanged.class);
    }

    @Test
    void awardsWhatAChangedProgramNewlyAllows() {
        // When
        ProgramDecision decision =
                ProgramDecision.onProgram(null, check(Map.of(key("A"), awarded("verified", 5))), at(40));

        // Then
        assertThat(decision)
                .isInstanceOfSatisfying(
                        ProgramDecision.Awarded.class,
                        awarded -> assertThat(awarded.standing())
                                .isEqualTo(new ProgramStanding(
                                        CredentialStatus.AWARDED, at(5), Reason.PROGRAM_CHANGED, at(40), at(40))));
    }

    private static ProgramDecision onCertificates(
            @Nullable ProgramStanding stored,
            Map<CourseKey, CourseStanding> before,
            Map<CourseKey, CourseStanding> after) {
        return ProgramDecision.onCertificates(stored, check(before), check(after), at(30), at(0));
    }

    private static Completion check(Map<CourseKey, CourseStanding> standings) {
        return Completion.check(ONE_OF_TWO, standings);
    }
}
