package org.laurel.completion.xapi.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchSizeTest {

    @ParameterizedTest
    @CsvSource({"100, 100, 50", "100, 7, 3", "50, 100, 25", "1, 1, 1", "100, 1, 1"})
    void isHalfOfWhatWasTooMuch(int now, int sent, int next) {
        assertThat(new BatchSize(100, now, 9).after(sent)).isEqualTo(new BatchSize(100, next, 0));
    }

    @ParameterizedTest
    @CsvSource({"100, 100, 50, 0", "50, 50, 25, 0", "1, 1, 1, 9", "100, 1, 100, 9", "100, 40, 50, 0", "3, 2, 1, 0"})
    void isHalfWhenABatchWasLateAndStaysForAStatementByItself(int now, int sent, int next, int takenThen) {
        assertThat(new BatchSize(100, now, 9).late(sent)).isEqualTo(new BatchSize(100, next, takenThen));
    }

    @ParameterizedTest
    @CsvSource({
        "100, 50, 9, 50, 60, 0",
        "100, 95, 9, 95, 100, 0",
        "100, 100, 0, 100, 100, 0",
        "100, 50, 9, 49, 50, 9",
        "100, 50, 8, 50, 50, 9",
        "5, 2, 9, 2, 3, 0"
    })
    void growsByATenthOfTheLargestAfterTenFullBatches(
            int largest, int now, int taken, int sent, int next, int takenThen) {
        assertThat(new BatchSize(largest, now, taken).taken(sent)).isEqualTo(new BatchSize(largest, next, takenThen));
    }

    @Test
    void isTheLargestAtFirst() {
        assertThat(BatchSize.of(7)).isEqualTo(new BatchSize(7, 7, 0));
    }
}
