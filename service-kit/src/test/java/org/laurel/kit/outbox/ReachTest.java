package org.laurel.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReachTest {

    private final Reach reach = new Reach();

    @Test
    void beforeAnythingIsReadEverythingLiesAhead() {
        assertThat(reach.first()).isZero();
        assertThat(reach.last()).isZero();
        assertThat(reach.gaps()).isEmpty();
        assertThat(reach.isFrayed()).isFalse();
    }

    @Test
    void whatWasMissingBetweenTwoRowsIsAGapUntilItIsRead() {
        // Given
        read(7, 8, 11);

        // When
        reach.read(9);

        // Then
        assertThat(reach.first()).isEqualTo(7);
        assertThat(reach.last()).isEqualTo(11);
        assertThat(reach.gaps()).containsExactly(10L);
    }

    @Test
    void aRowThatComesBeforeTheFirstOneMovesTheBeginning() {
        // Given
        read(7, 8);

        // When
        reach.read(4);

        // Then
        assertThat(reach.first()).isEqualTo(4);
        assertThat(reach.last()).isEqualTo(8);
        assertThat(reach.gaps()).containsExactly(5L, 6L);
    }

    @Test
    void thousandGapsAreRemembered() {
        // Given
        read(1);

        // When
        reach.read(1_002);

        // Then
        assertThat(reach.gaps()).hasSize(Reach.MOST_GAPS);
        assertThat(reach.isFrayed()).isFalse();
    }

    @Test
    void moreEndTheRun() {
        // Given
        read(1, 1_002);

        // When
        reach.read(1_004);

        // Then
        assertThat(reach.isFrayed()).isTrue();
    }

    private void read(long... places) {
        LongStream.of(places).forEach(reach::read);
    }
}
