package org.laurel.programs.repair.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.programs.credential.domain.RepairRule;

class RepairPaceTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "1000, , 1000, 100, 100",
        "1000, 100, 100, 10, 10",
        "1000, 10, 10, 1, 1",
        "1000, 1, 1, 0, 1",
        "50, , 50, 5, 5",
        "5, , 5, 1, 1"
    })
    void narrowsDownToOneLearner(
            int chunkSize, @Nullable Integer reducedTo, int next, int afterFailure, int forAnotherTry) {
        // Given
        Repair repair = repair(chunkSize, reducedTo, 0);

        // When
        int reduced = repair.reduced();

        // Then
        assertThat(repair.nextChunk()).isEqualTo(next);
        assertThat(reduced).isEqualTo(afterFailure);
        assertThat(repair.reducedForAnotherTry()).isEqualTo(forAnotherTry);
        assertThat(repair.leavesNextOut()).isFalse();
    }

    @Test
    void recoversAfterTheLearnerIsLeftOut() {
        // Given
        Repair found = repair(1_000, 0, 0);

        // When
        Integer recovered = found.recovered();

        // Then
        assertThat(found.leavesNextOut()).isTrue();
        assertThat(found.nextChunk()).isEqualTo(1);
        assertThat(recovered).isEqualTo(10);
        assertThat(repair(1_000, 100, 0).recovered()).isNull();
    }

    @Test
    void expectsItsEndByHowItGoes() {
        // Given
        Repair half = repair(1_000, null, 500);

        // When
        var end = half.expectedEnd(START.plusSeconds(60));

        // Then
        assertThat(end).contains(START.plusSeconds(120));
        assertThat(repair(1_000, null, 0).expectedEnd(START.plusSeconds(60))).isEmpty();
        assertThat(half.expectedEnd(START)).isEmpty();
    }

    private static Repair repair(int chunkSize, @Nullable Integer reducedTo, long done) {
        return new Repair(
                7,
                8,
                new RepairScope(List.of(), List.of(), null),
                new RepairRule(true, true, START),
                false,
                "staff",
                null,
                chunkSize,
                reducedTo,
                START,
                new Repair.Progress("running", done, 1_000L, Map.of(), null, null));
    }
}
