package org.laurel.programs.progress.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.programs.progress.domain.Study.course;
import static org.laurel.programs.progress.domain.Study.day;
import static org.laurel.programs.progress.domain.Study.mode;
import static org.laurel.programs.progress.domain.Study.program;
import static org.laurel.programs.progress.domain.Study.run;
import static org.laurel.programs.progress.domain.Study.uuid;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.programs.catalogue.domain.ProgramDetail;

/** Whether a learner takes part in a program of a type. */
class ProgramTypeEnrollmentTest {

    private static final List<ProgramDetail> PROGRAMS = List.of(
            program("P", course("one", run("A", "verified"), run("B", "verified"))),
            program("Q", sold("two", "49.00")));

    /** Scenario 38. */
    @ParameterizedTest
    @CsvSource({
        "A, audit,    false, true",
        "A, audit,    true,  false",
        "A, verified, true,  true",
        "B, verified, true,  false",
        "C, verified, false, false",
    })
    void goesByEnrollments(String run, String mode, boolean paidModesOnly, boolean expected) {
        // Given
        Study study = Study.none()
                .enrolled(run, mode)
                .knowing("A", day(10), mode("audit", 0), mode("verified", 49))
                .knowing("B", day(10), mode("verified", 0));

        // When
        boolean isEnrolled = ProgramTypeEnrollment.isEnrolled(study.records(), PROGRAMS, paidModesOnly);

        // Then
        assertThat(isEnrolled).isEqualTo(expected);
    }

    /** Scenario 37, the second half; entitlements are held against what is paid for as enrollments are. */
    @ParameterizedTest
    @CsvSource({
        "one,   verified, false, true",
        "one,   verified, true,  true",
        "one,   audit,    true,  false",
        "two,   verified, true,  true",
        "two,   audit,    true,  false",
        "three, verified, false, false",
    })
    void goesByEntitlements(String course, String mode, boolean paidModesOnly, boolean expected) {
        // Given
        Study study = Study.none().entitled(course, mode).knowing("A", day(10), mode("audit", 0), mode("verified", 49));

        // When
        boolean isEnrolled = ProgramTypeEnrollment.isEnrolled(study.records(), PROGRAMS, paidModesOnly);

        // Then
        assertThat(isEnrolled).isEqualTo(expected);
    }

    @Test
    void isNowhereWithoutProgramsOfTheType() {
        // Given
        Study study = Study.none().enrolled("A", "verified").entitled("one", "verified");

        // When
        boolean isEnrolled = ProgramTypeEnrollment.isEnrolled(study.records(), List.of(), false);

        // Then
        assertThat(isEnrolled).isFalse();
    }

    /** A course without runs that is sold as a whole. */
    private static Study.Course sold(String name, String price) {
        return new Study.Course(Map.of(
                "uuid",
                uuid(name).toString(),
                "entitlements",
                List.of(
                        Map.of("mode", "verified"),
                        Map.of("mode", "verified", "price", price),
                        Map.of("mode", "audit", "price", "0.00"))));
    }
}
