package org.laurel.programs.progress.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.programs.progress.domain.Study.NOW;
import static org.laurel.programs.progress.domain.Study.day;
import static org.laurel.programs.progress.domain.Study.key;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.programs.progress.domain.CertifiedRuns.Entry;

/** How certificates count for programs. */
class CertifiedRunsTest {

    @ParameterizedTest
    @CsvSource({
        "downloadable,     1, 0",
        "generating,       1, 0",
        "notpassing,       0, 1",
        "unavailable,      0, 1",
        "error,            0, 1",
        "audit_passing,    0, 0",
        "audit_notpassing, 0, 0",
    })
    void goByTheirStatus(String status, int completed, int failed) {
        // Given
        Study study = Study.none().certificate("A", "verified", status, null);

        // When
        CertifiedRuns runs = CertifiedRuns.of(study.records(), NOW);

        // Then
        assertThat(runs.completed()).hasSize(completed);
        assertThat(runs.failed()).hasSize(failed);
    }

    @Test
    void stayFailedUntilTheyShow() {
        // Given
        Study study = Study.none()
                .certificate("A", "verified", "downloadable", day(-5))
                .knowing("A", day(1))
                .certificate("B", "verified", "downloadable", day(5))
                .knowing("B", day(-1))
                .certificate("C", "verified", "downloadable", day(5))
                .certificate("D", "verified", "downloadable", NOW);

        // When
        CertifiedRuns runs = CertifiedRuns.of(study.records(), NOW);

        // Then
        assertThat(runs.failedKeys())
                .as("a known run goes by its settings, an unknown one by the date of the certificate")
                .containsExactlyInAnyOrder(key("A"), key("C"));
        assertThat(runs.completed()).extracting(Entry::courseRunId).containsExactly(key("B"), key("D"));
    }

    @Test
    void standByTheirRunsAndNameModesAsProgramsDo() {
        // Given
        Study study = Study.none().certified("B", "no-id-professional").certified("A", "honor");

        // When
        CertifiedRuns runs = CertifiedRuns.of(study.records(), NOW);

        // Then
        assertThat(runs.completed()).containsExactly(new Entry(key("A"), "honor"), new Entry(key("B"), "professional"));
    }
}
