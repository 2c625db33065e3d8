package org.laurel.programs.progress.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.programs.progress.domain.Study.course;
import static org.laurel.programs.progress.domain.Study.day;
import static org.laurel.programs.progress.domain.Study.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.laurel.programs.catalogue.domain.ProgramDetail;

/** What holds of progress whatever a learner studies. */
class ProgressPropertyTest {

    private static final List<String> RUNS = List.of("A", "B", "C", "D", "E");
    private static final List<String> COURSES = List.of("A", "B", "C", "D", "E", "F");
    private static final List<String> MODES =
            List.of("audit", "honor", "verified", "credit", "professional", "no-id-professional");
    private static final List<String> STATUSES = List.of("downloadable", "generating", "notpassing", "audit_passing");

    @Property
    void countsEveryCourseOnce(@ForAll("programs") ProgramDetail program, @ForAll("studies") Study study) {
        // When
        ProgramProgress progress = study.in(program);

        // Then
        int sum =
                List.of(CourseState.values()).stream().mapToInt(progress::count).sum();
        assertThat(sum).isEqualTo(program.courses().size());
        assertThat(progress.courses())
                .allSatisfy(course -> assertThat(course.isExpired() && course.state() != CourseState.NOT_STARTED)
                        .isFalse());
    }

    @Property
    void neverCompletesLessByAnotherCertificate(
            @ForAll("programs") ProgramDetail program, @ForAll("studies") Study study, @ForAll("modes") String mode) {
        // Given
        int before = study.in(program).count(CourseState.COMPLETED);

        // When
        int after = study.certified("F", mode).in(program).count(CourseState.COMPLETED);

        // Then
        assertThat(after).isGreaterThanOrEqualTo(before);
    }

    @Property
    void engagesInEachProgramOnceAndThroughSomething(
            @ForAll("programs") ProgramDetail one,
            @ForAll("others") ProgramDetail other,
            @ForAll("studies") Study study) {
        // When
        Engagement engagement = study.meter(one, other).engagement();

        // Then
        List<ProgramDetail> through = new ArrayList<>();
        engagement.inverted().values().forEach(through::addAll);
        assertThat(engagement.programs()).doesNotHaveDuplicates().hasSameElementsAs(new HashSet<>(through));
        assertThat(engagement.inverted().keySet().size())
                .isLessThanOrEqualTo(study.records().enrolledModes().size()
                        + study.records().entitledCourses().size());
    }

    @Property
    void doesNotDependOnTheOrderOfCertificates(
            @ForAll("programs") ProgramDetail program, @ForAll("studies") Study study, @ForAll Random random) {
        // Given
        LearnerRecords records = study.records();
        List<HeldCertificate> shuffled = new ArrayList<>(records.certificates());
        Collections.shuffle(shuffled, random);

        // When
        Study other = new Study(new LearnerRecords(
                records.enrollments(), records.entitlements(), shuffled, records.courseRuns(), records.modes()));

        // Then
        assertThat(other.in(program)).isEqualTo(study.in(program));
        assertThat(other.meter(program).certified())
                .isEqualTo(study.meter(program).certified());
    }

    @Provide
    Arbitrary<String> modes() {
        return Arbitraries.of(MODES);
    }

    @Provide
    Arbitrary<ProgramDetail> programs() {
        return programs("P");
    }

    @Provide
    Arbitrary<ProgramDetail> others() {
        return programs("Q");
    }

    /** Up to three courses, each with two of the runs; run F is the last one's. */
    private Arbitrary<ProgramDetail> programs(String title) {
        Arbitrary<List<String>> types = modes().list().ofSize(6);
        return Combinators.combine(types, Arbitraries.integers().between(0, 3)).as((type, courses) -> {
            List<Study.Course> made = new ArrayList<>();
            for (int i = 0; i < courses; i++) {
                made.add(course(
                        "course " + i,
                        run(COURSES.get(2 * i), type.get(2 * i), day(i - 1)),
                        run(COURSES.get(2 * i + 1), type.get(2 * i + 1))));
            }
            return Study.program(title, made.toArray(Study.Course[]::new));
        });
    }

    @Provide
    Arbitrary<Study> studies() {
        Arbitrary<List<String>> enrolled =
                Arbitraries.of(RUNS).list().uniqueElements().ofMaxSize(5);
        Arbitrary<List<String>> certified =
                Arbitraries.of(RUNS).list().uniqueElements().ofMaxSize(5);
        Arbitrary<List<String>> entitled = Arbitraries.of("course 0", "course 1", "course 2")
                .list()
                .uniqueElements()
                .ofMaxSize(2);
        return Combinators.combine(
                        enrolled,
                        certified,
                        entitled,
                        modes().list().ofSize(5),
                        Arbitraries.of(STATUSES).list().ofSize(5))
                .as((runs, certificates, courses, modes, statuses) -> {
                    Study study = Study.none();
                    for (int i = 0; i < runs.size(); i++) {
                        study = study.enrolled(runs.get(i), modes.get(i));
                    }
                    for (int i = 0; i < certificates.size(); i++) {
                        study = study.certificate(certificates.get(i), modes.get(4 - i), statuses.get(i), day(i - 2));
                    }
                    for (String course : courses) {
                        study = study.entitled(course, "verified");
                    }
                    return study;
                });
    }
}
