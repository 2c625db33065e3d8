package org.laurel.completion.progress.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeanTest {

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "0, 5, 0", "1, 1, 1", "4, 1, 0.25", "3, 1, 0.3333333333333333", "3, 2, 0.6666666666666667"})
    void isTheSumOfPercentsForEachLearner(long learners, long percents, double expected) {
        // Given
        BigDecimal sum = BigDecimal.valueOf(percents).multiply(BigDecimal.valueOf(Count.PERCENT_UNITS));

        // When
        double mean = new Mean(learners, sum).value();

        // Then
        assertThat(mean).isEqualTo(expected);
    }
}
