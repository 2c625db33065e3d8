package org.laurel.programs.catalogue.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.laurel.events.key.CourseKey;

/** When a change of a program may let somebody complete it who does not now. */
class ProgramTest {

    private static final ProgramCourse A = course(run("A", "verified"));
    private static final ProgramCourse B = course(run("B", "verified"));
    private static final ProgramCourse C = course(run("C", "verified"));
    private static final Program ALL = program(ProgramStatus.ACTIVE, A, B, C);

    @Test
    void theSameAskedInTheSameOrAnotherOrderLetsNobodyCompleteMore() {
        // When
        boolean more = program(ProgramStatus.RETIRED, C, A, B).mayCompleteMoreThan(ALL);

        // Then
        assertThat(more).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"true, UNPUBLISHED", "true, DELETED", "false, RETIRED"})
    void aProgramThatAwardsAgainLetsMoreComplete(boolean expected, ProgramStatus before) {
        // When
        boolean more = ALL.mayCompleteMoreThan(program(before, A, B, C));

        // Then
        assertThat(more).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(
            value = ProgramStatus.class,
            names = {"UNPUBLISHED", "DELETED"})
    void aProgramThatDoesNotAwardLetsNobodyComplete(ProgramStatus status) {
        // When
        boolean more = program(status, A).mayCompleteMoreThan(ALL);

        // Then
        assertThat(more).isFalse();
    }

    @Test
    void oneCourseLessLetsMoreCompleteAndOneMoreDoesNot() {
        // When
        Program less = program(ProgramStatus.ACTIVE, A, B);

        // Then
        assertThat(less.mayCompleteMoreThan(ALL)).isTrue();
        assertThat(ALL.mayCompleteMoreThan(less)).isFalse();
    }

    @Test
    void anotherRunOrAnotherModeLetsMoreComplete() {
        // When
        Program wider = program(ProgramStatus.ACTIVE, course(run("A", "verified"), run("A2", "verified")), B, C);
        Program anyMode = program(ProgramStatus.ACTIVE, course(run("A", null)), B, C);

        // Then
        assertThat(wider.mayCompleteMoreThan(ALL)).isTrue();
        assertThat(ALL.mayCompleteMoreThan(wider)).isFalse();
        assertThat(anyMode.mayCompleteMoreThan(ALL)).isTrue();
        assertThat(ALL.mayCompleteMoreThan(anyMode)).isFalse();
        assertThat(program(ProgramStatus.ACTIVE, course(run("A", "honor")), B, C)
                        .mayCompleteMoreThan(ALL))
                .isTrue();
    }

    @Test
    void fewerOfAGroupLetMoreComplete() {
        // When
        Program two = asking(ALL, new Requirement(2, List.of(0, 1, 2), null));
        Program one = asking(ALL, new Requirement(1, List.of(0, 1, 2), null));

        // Then
        assertThat(two.mayCompleteMoreThan(ALL)).isTrue();
        assertThat(one.mayCompleteMoreThan(two)).isTrue();
        assertThat(two.mayCompleteMoreThan(one)).isFalse();
        assertThat(ALL.mayCompleteMoreThan(two)).isFalse();
    }

    @Test
    void aSmallerGroupOfTheSameNumberLetsNobodyCompleteMore() {
        // When
        Program small = asking(ALL, new Requirement(1, List.of(0, 1), null));
        Program large = asking(ALL, new Requirement(1, List.of(0, 1, 2), "Any"));

        // Then
        assertThat(small.mayCompleteMoreThan(large)).isFalse();
        assertThat(large.mayCompleteMoreThan(small)).isTrue();
    }

    @Test
    void aProgramWithItsFirstCoursesLetsMoreComplete() {
        // When
        Program empty = program(ProgramStatus.ACTIVE);

        // Then
        assertThat(ALL.mayCompleteMoreThan(empty)).isTrue();
        assertThat(empty.mayCompleteMoreThan(ALL)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0", "2"})
    void aRequirementThatCannotBeMetDoesNotExist(int needed) {
        assertThatThrownBy(() -> new Requirement(needed, List.of(0), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Program program(ProgramStatus status, ProgramCourse... courses) {
        return new Program(new UUID(0, 1), "Program", "", status, Arrays.asList(courses), List.of());
    }

    private static Program asking(Program program, Requirement... requirements) {
        return new Program(
                program.uuid(),
                program.title(),
                program.type(),
                program.status(),
                program.courses(),
                List.of(requirements));
    }

    private static ProgramCourse course(ProgramRun... runs) {
        return new ProgramCourse(null, "Course", List.of(runs));
    }

    private static ProgramRun run(String word, @Nullable String mode) {
        return new ProgramRun(new CourseKey("course-v1:Org+" + word + "+2026"), mode);
    }
}
