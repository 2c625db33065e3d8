package org.laurel.completion.block.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.completion.progress.domain.Tally;

class SeenBlockTest {

    private static final long HALF = 500_000_000;

    /** Earned amounts are in halves of a block. */
    @ParameterizedTest
    @CsvSource({
        "true, 2, 1, 0, 0, true, 1",
        "true, 1, 1, 0, 0, false, 0.5",
        "true, 0, 1, 0, 0, false, 0",
        "true, 0, 0, 1, 1, false, 0.5",
        "true, 0, 0, 2, 1, true, 1",
        "false, 4, 2, 0, 0, true, 1",
        "false, 3, 2, 0, 0, false, 0",
        "false, 4, 2, 0, 1, true, 1",
        "false, 0, 0, 0, 0, true, 1",
        "false, 0, 0, 1, 1, false, 0",
        "false, 0, 0, 2, 1, true, 1"
    })
    void aSingleBlockIsAsFarAsItIsAndAnyOtherIsDoneOrNot(
            boolean single,
            long earned,
            long possible,
            long optionalEarned,
            long optionalPossible,
            boolean done,
            double completion) {
        // Given
        Tally tally = new Tally(earned * HALF, possible, optionalEarned * HALF, optionalPossible);

        // When
        SeenBlock block = new SeenBlock("key", "html", single, tally);

        // Then
        assertThat(block.isDone()).isEqualTo(done);
        assertThat(block.completion()).isEqualTo(completion);
    }
}
