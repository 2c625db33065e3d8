package org.laurel.programs.progress.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.programs.progress.domain.CourseState.COMPLETED;
import static org.laurel.programs.progress.domain.CourseState.IN_PROGRESS;
import static org.laurel.programs.progress.domain.CourseState.NOT_STARTED;
import static org.laurel.programs.progress.domain.Study.course;
import static org.laurel.programs.progress.domain.Study.day;
import static org.laurel.programs.progress.domain.Study.mode;
import static org.laurel.programs.progress.domain.Study.program;
import static org.laurel.programs.progress.domain.Study.run;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.programs.catalogue.domain.ProgramDetail;
import org.laurel.programs.catalogue.domain.RunDetail;

/** How far a learner has come in the courses of a program. */
class ProgramProgressTest {

    private static final ProgramDetail THREE = program(
            "Three",
            course("one", run("A", "verified")),
            course("two", run("B", "verified")),
            course("three", run("C", "verified")));

    /** Scenario 27. */
    @Test
    void isNothingWithoutEnrollments() {
        // When
        List<ProgramProgress> progress = Study.none().meter(THREE).progress(List.of());

        // Then
        assertThat(progress).isEmpty();
    }

    /** Scenario 28. */
    @Test
    void countsTheCourseThatTheLearnerTakes() {
        // When
        ProgramProgress progress = Study.none().enrolled("A", "verified").in(THREE);

        // Then
        assertThat(counts(progress)).containsExactly(0, 1, 2);
        assertThat(progress.isAllUnenrolled()).isFalse();
        assertThat(Study.none().in(THREE).isAllUnenrolled()).isTrue();
    }

    /** Scenario 29: in another mode than the program asks for, it depends on whether the learner may still upgrade. */
    @ParameterizedTest
    @CsvSource({", IN_PROGRESS, false", "1, IN_PROGRESS, false", "-1, NOT_STARTED, true", "0, NOT_STARTED, true"})
    void goesByTheUpgradeDeadlineInAnotherMode(@Nullable Integer days, CourseState state, boolean isExpired) {
        // Given
        ProgramDetail program = program("P", course("one", run("A", "verified", days == null ? null : day(days))));

        // When
        CourseProgress course =
                Study.none().enrolled("A", "audit").in(program).courses().getFirst();

        // Then
        assertThat(course.state()).isEqualTo(state);
        assertThat(course.isExpired()).isEqualTo(isExpired);
        assertThat(course.isEnrolled()).isTrue();
    }

    @Test
    void hasExpiredInAnotherModeWithoutSeats() {
        // When
        CourseProgress course =
                Study.none().enrolled("A", "audit").in(THREE).courses().getFirst();

        // Then
        assertThat(course.state()).isEqualTo(NOT_STARTED);
        assertThat(course.isExpired()).isTrue();
    }

    /** Scenarios 31 and 34, and the other pairs of modes. */
    @ParameterizedTest
    @CsvSource({
        "honor,              verified,     false",
        "verified,           verified,     true",
        "verified,           credit,       true",
        "credit,             credit,       false",
        "no-id-professional, professional, true",
        "professional,       professional, true",
        "verified,           professional, false",
        "honor,              honor,        true",
    })
    void completesACourseInTheModeThatTheProgramAsksFor(String certified, String asked, boolean completes) {
        // Given
        ProgramDetail program = program("P", course("one", run("A", asked)));

        // When
        ProgramProgress progress = Study.none().certified("A", certified).in(program);

        // Then
        assertThat(progress.count(COMPLETED)).isEqualTo(completes ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "downloadable, 1",
        "generating, 1",
        "notpassing, 0",
        "unavailable, 0",
        "audit_passing, 0",
        "requesting, 0",
    })
    void completesByAPassingCertificateOnly(String status, int completed) {
        // When
        ProgramProgress progress =
                Study.none().certificate("A", "verified", status, null).in(THREE);

        // Then
        assertThat(progress.count(COMPLETED)).isEqualTo(completed);
    }

    /** Scenario 32, the progress of it. */
    @Test
    void doesNotCountACertificateThatDoesNotShowYet() {
        // Given
        Study study = Study.none()
                .certified("A", "verified")
                .certified("B", "verified")
                .certificate("C", "verified", "downloadable", day(30))
                .knowing("C", day(30));

        // When
        ProgramProgress progress = study.in(THREE);

        // Then
        assertThat(counts(progress)).containsExactly(2, 0, 1);
        assertThat(study.meter(THREE).certified().failedKeys()).containsExactly(Study.key("C"));
    }

    @Test
    void isNotInProgressWhereTheLearnerHasFailed() {
        // Given
        Study study = Study.none().enrolled("A", "verified").certificate("A", "verified", "notpassing", null);

        // When
        CourseProgress course = study.in(THREE).courses().getFirst();

        // Then
        assertThat(course.state()).isEqualTo(NOT_STARTED);
        assertThat(course.isExpired()).isTrue();
    }

    @Test
    void readsTheModeOfAnEnrollmentAsProgramsNameIt() {
        // Given
        ProgramDetail program = program("P", course("one", run("A", "professional")));

        // When
        ProgramProgress progress =
                Study.none().enrolled("A", "no-id-professional").in(program);

        // Then
        assertThat(progress.count(IN_PROGRESS)).isEqualTo(1);
    }

    @Test
    void leavesAnEntitledCourseTheRunsThatTheEntitlementMayBeUsedFor() {
        // Given
        ProgramDetail program = program(
                "P",
                course(
                        "one",
                        run("A", "verified"),
                        run("B", "verified"),
                        run("C", "verified"),
                        run("D", "verified"),
                        run("E", "verified")));
        Study study = Study.none()
                .entitled("one", "verified", "B")
                .enrolled("A", "verified")
                .enrolled("B", "verified")
                .enrolled("C", "audit")
                .knowing("A", day(10), mode("verified", 49))
                .knowing("C", day(10), mode("verified", 49))
                .knowing("D", day(-1), mode("verified", 49))
                .knowing("E", day(10), mode("audit", 0));

        // When
        CourseProgress course = study.in(program).courses().getFirst();

        // Then
        assertThat(course.state()).isEqualTo(IN_PROGRESS);
        assertThat(course.entitlement()).isNotNull();
        assertThat(course.runs().stream().map(RunDetail::courseKey))
                .as("the entitlement's own run, and one where the learner may upgrade")
                .containsExactly(Study.key("B"), Study.key("C"));
    }

    @Test
    void putsTheRunsOfAnEntitledCourseInTheOrderOfTheirStart() {
        // Given
        ProgramDetail program = program(
                "P",
                course(
                        "one",
                        starting("A", "2026-09-01T00:00:00Z"),
                        run("B", "verified"),
                        starting("C", "2026-08-01")));
        Study study = Study.none()
                .entitled("one", "verified")
                .knowing("A", day(10), mode("verified", 49))
                .knowing("B", day(10), mode("verified", 49))
                .knowing("C", day(10), mode("verified", 49));

        // When
        CourseProgress course = study.in(program).courses().getFirst();

        // Then
        assertThat(course.runs().stream().map(RunDetail::courseKey))
                .containsExactly(Study.key("C"), Study.key("A"), Study.key("B"));
        assertThat(course.isEnrolled()).isFalse();
    }

    @Test
    void isCompletedRatherThanEntitled() {
        // Given
        Study study = Study.none().entitled("one", "verified").certified("A", "verified");

        // When
        ProgramProgress progress = study.in(THREE);

        // Then
        assertThat(counts(progress)).containsExactly(1, 0, 2);
    }

    private static Study.Run starting(String run, String start) {
        return new Study.Run(Map.of("key", Study.key(run).value(), "type", "verified", "start", start));
    }

    private static List<Integer> counts(ProgramProgress progress) {
        return List.of(progress.count(COMPLETED), progress.count(IN_PROGRESS), progress.count(NOT_STARTED));
    }
}
