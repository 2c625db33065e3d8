package org.laurel.programs.credential.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.laurel.programs.credential.domain.Facts.at;
import static org.laurel.programs.credential.domain.Facts.awarded;
import static org.laurel.programs.credential.domain.Facts.course;
import static org.laurel.programs.credential.domain.Facts.key;
import static org.laurel.programs.credential.domain.Facts.program;
import static org.laurel.programs.credential.domain.Facts.revoked;
import static org.laurel.programs.credential.domain.Facts.run;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.laurel.programs.catalogue.domain.ProgramStatus;
import org.laurel.programs.credential.domain.RuleResult.Verdict;

/** What makes a program complete, and from when its credential may be seen. */
class CompletionTest {

    @ParameterizedTest
    @CsvSource({
        "verified, verified, true",
        "verified, honor, false",
        "credit, verified, true",
        "credit, credit, false",
        "professional, no-id-professional, true",
        "professional, professional, true",
        "no-id-professional, no-id-professional, false",
        "honor, honor, true",
        ", audit, true",
    })
    void matchesModes(String asked, String certified, boolean complete) {
        // When
        Completion completion =
                Completion.check(program(course(run("A", asked))), Map.of(key("A"), awarded(certified, 1)));

        // Then
        assertThat(completion.isComplete()).isEqualTo(complete);
    }

    @Test
    void needsEveryCourse() {
        // When
        Completion completion = Completion.check(
                program(course(run("A", "verified")), course(run("B", "verified"))),
                Map.of(key("A"), awarded("verified", 1)));

        // Then
        assertThat(completion.isComplete()).isFalse();
        assertThat(completion.trace())
                .extracting(RuleResult::rule, RuleResult::verdict)
                .containsExactly(
                        tuple("program_awards", Verdict.PASS),
                        tuple("has_courses", Verdict.PASS),
                        tuple("course_satisfied", Verdict.PASS),
                        tuple("course_satisfied", Verdict.FAIL));
    }

    @Test
    void isNeverCompleteWithoutCourses() {
        // When
        Completion completion = Completion.check(program(), Map.of());

        // Then
        assertThat(completion.isComplete()).isFalse();
    }

    @Test
    void isNeverCompleteWithACourseWithoutRuns() {
        // When
        Completion completion = Completion.check(
                program(course(run("A", "verified")), course()), Map.of(key("A"), awarded("verified", 1)));

        // Then
        assertThat(completion.isComplete()).isFalse();
    }

    @Test
    void doesNotCountARevokedCredential() {
        // When
        Completion completion =
                Completion.check(program(course(run("A", "verified"))), Map.of(key("A"), revoked("verified", 1)));

        // Then
        assertThat(completion.isComplete()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(ProgramStatus.class)
    void countsInActiveAndRetiredProgramsOnly(ProgramStatus status) {
        // When
        Completion completion = Completion.check(
                program(status, course(run("A", "verified"))), Map.of(key("A"), awarded("verified", 1)));

        // Then
        assertThat(completion.isComplete())
                .isEqualTo(status == ProgramStatus.ACTIVE || status == ProgramStatus.RETIRED);
    }

    /** The first course was certified in 2018 and 2017, the second in 2016: the program dates from 2017. */
    @Test
    void datesFromTheLatestOverCoursesOfTheEarliestCredential() {
        // Given
        var program =
                program(course(run("R2018", "verified"), run("R2017", "verified")), course(run("R2016", "verified")));

        // When
        Completion completion = Completion.check(
                program,
                Map.of(
                        key("R2018"), awarded("verified", 2018),
                        key("R2017"), awarded("verified", 2017),
                        key("R2016"), awarded("verified", 2016)));

        // Then
        assertThat(completion.isComplete()).isTrue();
        assertThat(completion.availableAt()).isEqualTo(at(2017));
        assertThat(completion.since()).isEqualTo(at(2017));
    }

    @Test
    void isCompleteBeforeItIsVisible() {
        // Given
        CourseStanding later = new CourseStanding(CredentialStatus.AWARDED, "verified", at(500), at(1), at(1), at(1));

        // When
        Completion completion = Completion.check(program(course(run("A", "verified"))), Map.of(key("A"), later));

        // Then
        assertThat(completion.isComplete()).isTrue();
        assertThat(completion.availableAt()).isEqualTo(at(500));
    }

    @Test
    void datesACredentialWithoutADateFromItsAward() {
        // Given
        CourseStanding undated = new CourseStanding(CredentialStatus.AWARDED, "verified", null, at(7), at(8), at(8));

        // When
        Completion completion = Completion.check(program(course(run("A", "verified"))), Map.of(key("A"), undated));

        // Then
        assertThat(completion.availableAt()).isEqualTo(at(7));
    }
}
