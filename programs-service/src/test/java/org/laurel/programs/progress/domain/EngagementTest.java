package org.laurel.programs.progress.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.programs.progress.domain.Study.course;
import static org.laurel.programs.progress.domain.Study.program;
import static org.laurel.programs.progress.domain.Study.run;
import static org.laurel.programs.progress.domain.Study.uuid;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.programs.catalogue.domain.ProgramDetail;

/** In which programs a learner is engaged. */
class EngagementTest {

    private static final ProgramDetail ZEBRA =
            program("Zebra", course("one", run("A", "verified")), course("two", run("B", "verified")));
    private static final ProgramDetail APE = program("Ape", course("one", run("A", "verified")));
    private static final ProgramDetail BEAR = program("Bear", course("three", run("C", "verified")));

    /** Scenario 36. */
    @Test
    void putsProgramsThatShareTheNewestRunFirstByTitle() {
        // Given
        Study study = Study.none().enrolled("C", "verified").enrolled("A", "verified");

        // When
        Engagement engagement = study.meter(ZEBRA, BEAR, APE).engagement();

        // Then
        assertThat(engagement.programs()).containsExactly(APE, ZEBRA, BEAR);
        assertThat(engagement.inverted())
                .isEqualTo(Map.of(
                        Study.key("A").value(), List.of(APE, ZEBRA),
                        Study.key("C").value(), List.of(BEAR)));
    }

    @Test
    void namesAProgramOnceAlthoughSeveralRunsLeadToIt() {
        // Given
        Study study = Study.none().enrolled("A", "verified").enrolled("B", "audit");

        // When
        Engagement engagement = study.meter(ZEBRA, APE).engagement();

        // Then
        assertThat(engagement.programs()).containsExactly(ZEBRA, APE);
    }

    @Test
    void namesAProgramOnceThatHasARunOrACourseTwice() {
        // Given
        ProgramDetail twice =
                program("Twice", course("one", run("A", "verified")), course("one", run("A", "verified")));
        Study study = Study.none().enrolled("A", "verified").entitled("one", "verified");

        // When
        Engagement engagement = study.meter(twice).engagement();

        // Then
        assertThat(engagement.inverted().values())
                .hasSize(2)
                .allSatisfy(programs -> assertThat(programs).containsExactly(twice));
    }

    @Test
    void isMeasuredWhereNoProgramIsAskedFor() {
        // Given
        Study study = Study.none().enrolled("C", "verified").enrolled("A", "verified");

        // When
        List<ProgramProgress> progress = study.meter(ZEBRA, BEAR, APE).progress(List.of());

        // Then
        assertThat(progress).extracting(ProgramProgress::program).containsExactly(APE, ZEBRA, BEAR);
        assertThat(study.meter(ZEBRA, BEAR, APE).progress(List.of(BEAR)))
                .extracting(ProgramProgress::program)
                .containsExactly(BEAR);
    }

    /** Scenario 37, the first half. */
    @Test
    void includesAProgramByAnEntitlementOnlyUnlessThatIsNotAskedFor() {
        // Given
        Study study = Study.none().entitled("three", "verified");

        // When
        Engagement engagement = study.meter(ZEBRA, BEAR).engagement();

        // Then
        assertThat(engagement.programs()).containsExactly(BEAR);
        assertThat(engagement.inverted()).containsOnlyKeys(uuid("three").toString());
        assertThat(new ProgressMeter(study.records(), List.of(ZEBRA, BEAR), false, Study.NOW)
                        .engagement()
                        .programs())
                .isEmpty();
    }

    @Test
    void putsEntitlementsAfterEnrollments() {
        // Given
        Study study = Study.none().entitled("three", "verified").enrolled("B", "audit");

        // When
        Engagement engagement = study.meter(ZEBRA, APE, BEAR).engagement();

        // Then
        assertThat(engagement.programs()).containsExactly(ZEBRA, BEAR);
    }
}
