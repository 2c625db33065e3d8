package org.laurel.programs.progress.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.programs.progress.domain.Study.NOW;
import static org.laurel.programs.progress.domain.Study.day;
import static org.laurel.programs.progress.domain.Study.key;
import static org.laurel.programs.progress.domain.Study.uuid;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.laurel.programs.catalogue.domain.Program;
import org.laurel.programs.catalogue.domain.ProgramCourse;
import org.laurel.programs.catalogue.domain.ProgramRun;
import org.laurel.programs.catalogue.domain.ProgramStatus;
import org.laurel.programs.catalogue.domain.Requirement;

/** Which programs a learner has completed, and from when. */
class CompletedProgramsTest {

    /** Scenario 32, the completed programs of it. */
    @Test
    void countsCertificatesThatDoNotShowYet() {
        // Given
        Study study = Study.none()
                .certified("A", "verified")
                .certified("B", "verified")
                .certificate("C", "verified", "downloadable", day(30))
                .knowing("C", day(30));

        // When
        Map<UUID, Instant> completed = completed(study, program("P", "A", "B", "C"));

        // Then
        assertThat(completed).containsExactly(Map.entry(uuid("P"), day(30)));
        assertThat(completed.get(uuid("P"))).isAfter(NOW);
    }

    /** Scenario 33. */
    @Test
    void takesTheEarliestOfACourseAndTheLatestOfTheProgram() {
        // Given
        Study study = Study.none()
                .certificate("A", "verified", "downloadable", Instant.parse("2018-06-01T00:00:00Z"))
                .certificate("B", "verified", "generating", Instant.parse("2017-06-01T00:00:00Z"))
                .certificate("C", "verified", "downloadable", Instant.parse("2016-06-01T00:00:00Z"));

        // When
        Map<UUID, Instant> completed = completed(study, program("P", "A B", "C"));

        // Then
        assertThat(completed).containsExactly(Map.entry(uuid("P"), Instant.parse("2017-06-01T00:00:00Z")));
    }

    @Test
    void datesACertificateWithoutADateByItsLastChange() {
        // Given
        Study study = Study.none().certificate("A", "verified", "downloadable", null);

        // When
        Map<UUID, Instant> completed = completed(study, program("P", "A"));

        // Then
        assertThat(completed).containsExactly(Map.entry(uuid("P"), day(-100)));
    }

    @Test
    void leavesOutWhatIsNotComplete() {
        // Given
        Study study = Study.none().certified("A", "verified").certificate("B", "verified", "notpassing", null);

        // When
        Map<UUID, Instant> completed =
                completed(study, program("Half", "A", "B"), program("Empty"), program("Whole", "A"));

        // Then
        assertThat(completed).containsOnlyKeys(uuid("Whole"));
    }

    @Test
    void completesAProgramThatAsksForSomeOfItsCourses() {
        // Given
        Program all = program("All", "A", "B", "C");
        Program two = new Program(
                uuid("Two"),
                "Two",
                all.type(),
                all.status(),
                all.courses(),
                List.of(new Requirement(2, List.of(0, 1, 2), null)));
        Study study = Study.none()
                .certificate("A", "verified", "downloadable", day(-30))
                .certificate("C", "verified", "downloadable", day(-20));

        // When
        Map<UUID, Instant> completed = completed(study, all, two);

        // Then
        assertThat(completed).containsExactly(Map.entry(uuid("Two"), day(-20)));
    }

    private static Map<UUID, Instant> completed(Study study, Program... programs) {
        return CompletedPrograms.of(List.of(programs), study.records().certificates());
    }

    /** Each course names its runs, which ask for a verified certificate. */
    private static Program program(String title, String... courses) {
        List<ProgramCourse> made = Stream.of(courses)
                .map(runs -> new ProgramCourse(
                        null,
                        "",
                        Stream.of(runs.split(" "))
                                .map(run -> new ProgramRun(key(run), "verified"))
                                .toList()))
                .toList();
        return new Program(uuid(title), title, "micromasters", ProgramStatus.ACTIVE, made, List.of());
    }
}
