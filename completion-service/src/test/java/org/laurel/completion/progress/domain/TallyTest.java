package org.laurel.completion.progress.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.completion.structure.domain.Aggregate;

class TallyTest {

    @ParameterizedTest
    @CsvSource({"0,0", "1,1000000000", "0.25,250000000", "0.3333333333,333333333", "0.9999999999999999,1000000000"})
    void roundsACompletionToTheNearestBillionth(BigDecimal completion, long units) {
        // When
        long rounded = Units.of(completion);

        // Then
        assertThat(rounded).isEqualTo(units);
    }

    @Test
    void writesWholeNumbersWithoutExponent() {
        // When
        BigDecimal ten = Units.decimal(10 * Units.ONE);

        // Then
        assertThat(ten.toString()).isEqualTo("10");
    }

    @Property
    void reachesOneHundredPercentOnlyWhenEverythingIsEarned(
            @ForAll @LongRange(min = 1, max = 200_000) long possible,
            @ForAll @LongRange(min = 1, max = 1_000) long missing) {
        // Given
        Tally almost = new Tally(possible * Units.ONE - missing, possible, 0, 0);

        // When
        double percent = almost.percent();

        // Then
        assertThat(percent).isLessThan(1.0);
        assertThat(almost.percentDecimal()).isLessThan(BigDecimal.ONE);
        assertThat(almost.percentDecimal().doubleValue()).isCloseTo(percent, within(1e-14));
        assertThat(almost.isComplete()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2,2,0,1,true", "1,2,1,1,false", "0,0,0,0,true", "0,0,0,1,false", "0,0,1,1,true"})
    void isAllDoneByWhatCountsOrWhereNothingDoesByWhatIsOptional(
            long earned, long possible, long optionalEarned, long optionalPossible, boolean expected) {
        // Given
        Tally tally = new Tally(earned * Units.ONE, possible, optionalEarned * Units.ONE, optionalPossible);

        // When
        boolean done = tally.isAllDone();

        // Then
        assertThat(done).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 4, 0, 0",
        "1000000000, 4, 0.25, 0.25",
        "1000000000, 3, 0.333333333333333, 0.3333333333333333",
        "2000000000, 3, 0.666666666666667, 0.6666666666666666",
        "4000000000, 4, 1, 1",
        "0, 0, 1, 1"
    })
    void writesPercentsAsDecimalsOfFifteenDigits(long earned, long possible, String decimal, double percent) {
        // Given
        Tally tally = new Tally(earned, possible, 7, 7);

        // When
        BigDecimal written = tally.percentDecimal();

        // Then
        assertThat(written.toString()).isEqualTo(decimal);
        assertThat(tally.percent()).isEqualTo(percent);
    }

    @Test
    void hasWhatIsOptionalBesideWhatCounts() {
        // Given
        Tally tally = new Tally(1, 2, 3, 4);

        // When
        Tally optional = tally.optional();

        // Then
        assertThat(optional).isEqualTo(new Tally(3, 4, 0, 0));
        assertThat(tally.all()).isEqualTo(new Earned(1, 3));
    }

    @Test
    void isWhatIsEarnedOfWhatABlockReaches() {
        // Given
        Aggregate chapter = new Aggregate(5, "chapter", "chapter", 2, 4);

        // When
        Tally tally = Tally.of(new Earned(1, 3), chapter);

        // Then
        assertThat(tally).isEqualTo(new Tally(1, 2, 3, 4));
    }
}
