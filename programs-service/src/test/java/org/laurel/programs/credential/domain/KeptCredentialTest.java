package org.laurel.programs.credential.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.programs.credential.domain.Facts.asking;
import static org.laurel.programs.credential.domain.Facts.at;
import static org.laurel.programs.credential.domain.Facts.awarded;
import static org.laurel.programs.credential.domain.Facts.course;
import static org.laurel.programs.credential.domain.Facts.key;
import static org.laurel.programs.credential.domain.Facts.needs;
import static org.laurel.programs.credential.domain.Facts.program;
import static org.laurel.programs.credential.domain.Facts.run;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.events.key.CourseKey;
import org.laurel.programs.catalogue.domain.Program;
import org.laurel.programs.catalogue.domain.ProgramCourse;
import org.laurel.programs.catalogue.domain.ProgramStatus;

/** A credential that was earned with A and B, of a program that asks for more since: it goes on following their dates. */
class KeptCredentialTest {

    private static final ProgramCourse A = course(run("A", "verified"));
    private static final ProgramCourse B = course(run("B", "verified"));
    private static final ProgramCourse C = course(run("C", "verified"));
    private static final ProgramCourse D = course(run("D", "verified"));
    private static final Program LONGER = program(A, B, C, D);
    private static final ProgramStanding HELD =
            new ProgramStanding(CredentialStatus.AWARDED, at(2), Reason.COURSES_COMPLETED, at(2), at(2));

    @Test
    void showsLaterWhenACourseThatEarnedItDoes() {
        // When
        ProgramDecision decision = decide(LONGER, HELD, both(1, 2), both(1, 9));

        // Then
        assertThat(decision)
                .isInstanceOfSatisfying(
                        ProgramDecision.Redated.class,
                        redated -> assertThat(redated.standing())
                                .isEqualTo(new ProgramStanding(
                                        CredentialStatus.AWARDED, at(9), Reason.COURSES_COMPLETED, at(2), at(30))));
    }

    @Test
    void showsFromTheLatestOfTheCoursesThatEarnedIt() {
        // Given
        ProgramStanding later =
                new ProgramStanding(CredentialStatus.AWARDED, at(9), Reason.COURSES_COMPLETED, at(2), at(30));

        // When
        ProgramDecision decision = decide(LONGER, later, both(5, 9), both(5, 3));

        // Then
        assertThat(decision)
                .isInstanceOfSatisfying(
                        ProgramDecision.Redated.class,
                        redated -> assertThat(redated.standing().availableAt()).isEqualTo(at(5)));
    }

    @Test
    void isNotPutOffByACourseMore() {
        // When
        ProgramDecision decision = decide(
                LONGER,
                HELD,
                both(1, 2),
                Map.of(key("A"), since(1, 1), key("B"), since(2, 2), key("C"), since(20, 99)));

        // Then
        assertThat(decision).isInstanceOf(ProgramDecision.Unchanged.class);
    }

    @Test
    void isNotPutOffByTheDateOfACourseMore() {
        // Given
        Map<CourseKey, CourseStanding> before =
                Map.of(key("A"), since(1, 1), key("B"), since(2, 2), key("C"), since(20, 21));
        Map<CourseKey, CourseStanding> after =
                Map.of(key("A"), since(1, 1), key("B"), since(2, 2), key("C"), since(20, 99));

        // When
        ProgramDecision decision = decide(LONGER, HELD, before, after);

        // Then
        assertThat(decision).isInstanceOf(ProgramDecision.Unchanged.class);
    }

    /** B was earned anew after the credential was first awarded: what is left of the first time does not explain its date. */
    @Test
    void staysWhereTheCoursesDoNotExplainItsDate() {
        // Given
        ProgramStanding again =
                new ProgramStanding(CredentialStatus.AWARDED, at(50), Reason.COURSES_COMPLETED, at(2), at(30));

        // When
        ProgramDecision decision = decide(
                LONGER,
                again,
                Map.of(key("A"), since(1, 1), key("B"), since(20, 50)),
                Map.of(key("A"), since(1, 9), key("B"), since(20, 50)));

        // Then
        assertThat(decision).isInstanceOf(ProgramDecision.Unchanged.class);
    }

    /** One of A and B was enough, and still is for the one requirement; the other one came later. */
    @Test
    void showsFromTheEarliestThatSufficesWhereARequirementIsMet() {
        // Given
        Program oneOfTwo = asking(LONGER, needs(1, 0, 1), needs(1, 2));
        ProgramStanding early =
                new ProgramStanding(CredentialStatus.AWARDED, at(1), Reason.COURSES_COMPLETED, at(2), at(2));

        // When
        ProgramDecision decision = decide(oneOfTwo, early, both(1, 9), both(7, 9));

        // Then
        assertThat(decision)
                .isInstanceOfSatisfying(
                        ProgramDecision.Redated.class,
                        redated -> assertThat(redated.standing().availableAt()).isEqualTo(at(7)));
    }

    @Test
    void followsWhileItsProgramIsNotOffered() {
        // Given
        Program unpublished = program(ProgramStatus.UNPUBLISHED, A, B);

        // When
        ProgramDecision decision = decide(unpublished, HELD, both(1, 2), both(1, 9));

        // Then
        assertThat(decision).isInstanceOf(ProgramDecision.Redated.class);
    }

    private static ProgramDecision decide(
            Program program,
            ProgramStanding stored,
            Map<CourseKey, CourseStanding> before,
            Map<CourseKey, CourseStanding> after) {
        return ProgramDecision.onCertificates(
                stored, Completion.check(program, before), Completion.check(program, after), at(30), at(0));
    }

    private static Map<CourseKey, CourseStanding> both(int first, int second) {
        return Map.of(key("A"), since(1, first), key("B"), since(2, second));
    }

    /** A course credential that holds since one minute and shows from another. */
    private static CourseStanding since(int since, int date) {
        CourseStanding held = awarded("verified", since);
        return new CourseStanding(
                held.status(), held.mode(), at(date), held.firstAwardedAt(), held.awardedAt(), held.modifiedAt());
    }
}
