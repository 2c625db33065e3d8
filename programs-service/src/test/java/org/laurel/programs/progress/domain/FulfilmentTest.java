package org.laurel.programs.progress.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.programs.progress.domain.Study.course;
import static org.laurel.programs.progress.domain.Study.day;
import static org.laurel.programs.progress.domain.Study.key;
import static org.laurel.programs.progress.domain.Study.program;
import static org.laurel.programs.progress.domain.Study.run;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.programs.catalogue.domain.ProgramDetail;
import org.laurel.programs.catalogue.domain.RunDetail;
import org.laurel.programs.courserun.domain.CourseMode;

/** For which runs of a course a verified entitlement may be used. Days are counted from now. */
class FulfilmentTest {

    private static final ProgramDetail ONE = program("P", course("one", run("A", "verified")));

    @ParameterizedTest(name = "takes it in {0}, used: {1}, enrollment ends on {2}, offered: {3} until {4}")
    @CsvSource({
        // not enrolled: the learner has to be able to enroll
        "        , false, 10, verified,   , true",
        "        , false, -1, verified,   , false",
        "        , false,  0, verified,   , false",
        "        , false, 10, audit,      , false",
        "        , false, 10, verified, -1, false",
        "        , false, 10, verified,  0, true",
        "        , true,  10, verified,   , true",
        "        , true,  -1, verified,   , false",
        // enrolled in another mode: the learner has to be able to upgrade, whether or not enrollment is open
        "audit,     false, 10, verified,   , true",
        "audit,     false, -1, verified,   , true",
        "audit,     false, -1, verified, -1, false",
        "audit,     false, -1, audit,      , false",
        // enrolled in the entitlement's mode: by the entitlement, or by other means
        "verified,  true,  10, verified,   , true",
        "verified,  true,  -1, verified, -1, true",
        "verified,  false, 10, verified,   , false",
    })
    void goesByEnrollmentAndMode(
            @Nullable String enrolledIn,
            boolean isUsed,
            int enrollmentEnds,
            String offered,
            @Nullable Integer modeEnds,
            boolean expected) {
        // Given
        CourseMode mode = new CourseMode(offered, offered, 49, "usd", modeEnds == null ? null : day(modeEnds));
        Study entitled =
                Study.none().entitled("one", "verified", isUsed ? "A" : null).knowing("A", day(enrollmentEnds), mode);
        Study study = enrolledIn == null ? entitled : entitled.enrolled("A", enrolledIn);

        // When
        CourseProgress course = study.in(ONE).courses().getFirst();

        // Then
        assertThat(course.runs()).hasSize(expected ? 1 : 0);
        assertThat(course.state()).isEqualTo(CourseState.IN_PROGRESS);
    }

    @Test
    void leavesOutRunsThatTheDirectoryDoesNotKnow() {
        // Given
        ProgramDetail program = program("P", course("one", run("A", "verified"), run("B", "verified")));
        Study study = Study.none().entitled("one", "verified").knowing("B", day(10), Study.mode("verified", 49));

        // When
        CourseProgress course = study.in(program).courses().getFirst();

        // Then
        assertThat(course.runs()).extracting(RunDetail::courseKey).containsExactly(key("B"));
    }
}
