package org.laurel.events.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequireNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0", "1", "1.000", "0.333333333333333333", "1E-18", "0E+3"})
    void acceptsFractions(String number) {
        // Given
        BigDecimal value = new BigDecimal(number);

        // When
        var check = assertThatCode(() -> RequireNumber.fraction("grade", value));

        // Then
        check.doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "1.000000000000000001", "87", "1E-19", "1E+999999999", "1E-999999999", "0E-400"})
    void refusesWhatIsOutsideZeroToOneOrTooLong(String number) {
        // Given
        BigDecimal value = new BigDecimal(number);

        // When
        var check = assertThatThrownBy(() -> RequireNumber.fraction("grade", value));

        // Then
        check.isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("grade ");
    }

    @Test
    void refusesAMissingAmount() {
        // Given
        BigDecimal missing = null;

        // When
        var check = assertThatThrownBy(() -> RequireNumber.amount("earned", missing));

        // Then
        check.hasMessage("earned is required");
    }

    @Test
    void refusesAnAmountAboveOneBillion() {
        // Given
        BigDecimal value = new BigDecimal("1000000000.1");

        // When
        var check = assertThatThrownBy(() -> RequireNumber.amount("possible", value));

        // Then
        check.hasMessage("possible is outside 0 to 1000000000");
    }
}
