package org.laurel.certificates.generation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.events.key.CourseKey;

class GenerationRunTest {

    private static final Instant START = Instant.parse("2026-02-03T04:00:00Z");

    @Test
    void searchesTheLearnerWhoMakesChunksFailInFewerStepsThanGiveAJobUp() {
        // Given
        List<Integer> tried = new ArrayList<>();
        GenerationRun run = run(1_000, null, "running", 0, null);

        // When
        while (!run.leavesNextOut()) {
            tried.add(run.nextChunk());
            run = run(1_000, run.reduced(), "running", 0, null);
        }

        // Then
        assertThat(tried).containsExactly(1_000, 100, 10, 1);
        assertThat(run.nextChunk()).isEqualTo(1);
        assertThat(run.recovered()).isEqualTo(10);
    }

    @Test
    void takesAsManyAsEverOnceSmallerChunksWork() {
        assertThat(run(1_000, 10, "running", 0, null).recovered()).isEqualTo(100);
        assertThat(run(1_000, 100, "running", 0, null).recovered()).isNull();
        assertThat(run(5, 0, "running", 0, null).recovered()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "running, 250, 1000, 2026-02-03T04:40:00Z",
        "running, 1000, 1000, 2026-02-03T04:10:00Z",
        "running, 1200, 1000, 2026-02-03T04:10:00Z",
        "running, 0, 1000,",
        "paused, 250, 1000,",
        "done, 1000, 1000,",
        "running, 250, ,"
    })
    void expectsTheEndFromWhatIsDone(String state, long done, @Nullable Long total, @Nullable Instant end) {
        // Given
        GenerationRun run = run(1_000, null, state, done, total);

        // When
        var expected = run.expectedEnd(Instant.parse("2026-02-03T04:10:00Z"));

        // Then
        assertThat(expected.orElse(null)).isEqualTo(end);
    }

    @Test
    void countsTheRulesThatDoNotHoldApartAndTogether() {
        // Given
        Map<String, Long> words =
                Map.of("granted", 5L, "not_eligible:passing_grade", 3L, "not_eligible:eligible_mode", 4L, "vetoed", 1L);

        // When
        RunCounts counts = RunCounts.of(words);

        // Then
        assertThat(counts.granted()).isEqualTo(5);
        assertThat(counts.notEligible()).isEqualTo(7);
        assertThat(counts.notEligibleByRule())
                .containsEntry("passing_grade", 3L)
                .hasSize(2);
        assertThat(counts.vetoed()).isEqualTo(1);
        assertThat(counts.failed()).isZero();
    }

    @Test
    void refusesOneLearnerWithoutTheLearner() {
        assertThatThrownBy(() -> Selector.of(LearnerSet.SPECIFIC_STUDENT)).isInstanceOf(IllegalArgumentException.class);
    }

    private static GenerationRun run(
            int chunk, @Nullable Integer reduced, String state, long done, @Nullable Long total) {
        return new GenerationRun(
                1,
                2,
                new CourseKey("course-v1:Org+Course+Run"),
                "ada",
                null,
                false,
                Map.of(),
                START,
                chunk,
                reduced,
                new GenerationRun.Progress(state, done, total, Map.of(), null, null));
    }
}
