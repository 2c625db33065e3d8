package org.laurel.programs.progress.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.programs.progress.domain.Study.course;
import static org.laurel.programs.progress.domain.Study.day;
import static org.laurel.programs.progress.domain.Study.key;
import static org.laurel.programs.progress.domain.Study.program;
import static org.laurel.programs.progress.domain.Study.run;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.programs.catalogue.domain.ProgramDetail;

/** How far a learner has come in a course, where several things are true at once. */
class CourseProgressTest {

    @Test
    void isExpiredWhereTheLearnerHasFailedAlthoughSeatsAreLeft() {
        // Given
        Study study = Study.none().enrolled("A", "verified").certificate("A", "verified", "notpassing", null);

        // When
        CourseProgress course = only(study, run("A", "verified", day(10)));

        // Then
        assertThat(course.state()).isEqualTo(CourseState.NOT_STARTED);
        assertThat(course.isExpired()).isTrue();
    }

    @Test
    void isInProgressByAnotherRunThanTheOneThatTheLearnerHasFailed() {
        // Given
        Study study = Study.none()
                .enrolled("A", "verified")
                .enrolled("B", "audit")
                .certificate("A", "verified", "notpassing", null);

        // When
        CourseProgress course = only(study, run("A", "verified"), run("B", "verified", day(10)));

        // Then
        assertThat(course.state()).isEqualTo(CourseState.IN_PROGRESS);
        assertThat(course.isExpired()).isFalse();
    }

    /** Only a seat of the mode that the program asks for leads there, whether or not the learner failed in the other one. */
    @ParameterizedTest
    @CsvSource({"10, -1, NOT_STARTED", "-1, 10, IN_PROGRESS"})
    void mayBeUpgradedByASeatOfTheModeAskedFor(int audit, int verified, CourseState expected) {
        // Given
        Study study = Study.none().enrolled("A", "audit").certificate("A", "audit", "notpassing", null);

        // When
        CourseProgress course = only(
                study,
                new Study.Run(Map.of(
                        "key",
                        key("A").value(),
                        "type",
                        "verified",
                        "seats",
                        List.of(Map.of(), seat("audit", audit), seat("verified", verified)))));

        // Then
        assertThat(course.state()).isEqualTo(expected);
    }

    /** A deadline that is empty or no time at all ends nothing. */
    @ParameterizedTest
    @CsvSource({"''", "soon"})
    void mayBeUpgradedForEverWithoutAProperDeadline(String deadline) {
        // Given
        Study study = Study.none().enrolled("A", "audit");
        Map<String, String> seat = Map.of("type", "verified", "upgrade_deadline", deadline);

        // When
        CourseProgress course =
                only(study, new Study.Run(Map.of("key", key("A").value(), "type", "verified", "seats", List.of(seat))));

        // Then
        assertThat(course.state()).isEqualTo(CourseState.IN_PROGRESS);
    }

    @ParameterizedTest
    @CsvSource({"audit, '', IN_PROGRESS", "audit, notpassing, NOT_STARTED", "audit, downloadable, COMPLETED"})
    void goesByAnyModeWhereTheProgramAsksForNone(String mode, String status, CourseState expected) {
        // Given
        Study enrolled = Study.none().enrolled("A", mode);
        Study study = status.isEmpty() ? enrolled : enrolled.certificate("A", mode, status, day(-1));

        // When
        CourseProgress course = only(study, new Study.Run(Map.of("key", key("A").value())));

        // Then
        assertThat(course.state()).isEqualTo(expected);
    }

    /** A run of type credit asks for a verified certificate, but for an enrollment in credit. */
    @ParameterizedTest
    @CsvSource({"credit, IN_PROGRESS", "verified, NOT_STARTED"})
    void isInProgressInTheVeryModeOfTheRun(String mode, CourseState expected) {
        // When
        CourseProgress course = only(Study.none().enrolled("A", mode), run("A", "credit"));

        // Then
        assertThat(course.state()).isEqualTo(expected);
    }

    @Test
    void isNotExpiredForThoseWhoNeverEnrolled() {
        // When
        CourseProgress course = only(Study.none(), run("A", "verified"));

        // Then
        assertThat(course.state()).isEqualTo(CourseState.NOT_STARTED);
        assertThat(course.isExpired()).isFalse();
    }

    @Test
    void isOfNoOneWithoutRuns() {
        // Given
        ProgramDetail program = program("P", course("one"));

        // When
        ProgramProgress progress = Study.none().enrolled("A", "verified").in(program);

        // Then
        assertThat(progress.count(CourseState.NOT_STARTED)).isEqualTo(1);
        assertThat(progress.isAllUnenrolled()).isTrue();
    }

    private static CourseProgress only(Study study, Study.Run... runs) {
        return study.in(program("P", course("one", runs))).courses().getFirst();
    }

    private static Map<String, String> seat(String mode, int days) {
        return Map.of("type", mode, "upgrade_deadline", day(days).toString());
    }
}
