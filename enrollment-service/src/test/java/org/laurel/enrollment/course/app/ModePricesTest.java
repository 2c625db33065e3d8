package org.laurel.enrollment.course.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.enrollment.course.domain.ModeRules;

class ModePricesTest {

    private final ModePrices prices = new ModePrices();

    @Test
    void readsTheSmallestPriceOfEachMode() {
        // Given
        List<String> setting = List.of("verified:49", " professional: 99");

        // When
        ModeRules rules = prices.rules(Optional.of(setting));

        // Then
        assertThat(rules.floors()).isEqualTo(Map.of("verified", 49, "professional", 99));
    }

    @Test
    void hasNoSmallestPricesWithoutTheSetting() {
        // Given
        Optional<List<String>> none = Optional.empty();

        // When
        ModeRules rules = prices.rules(none);

        // Then
        assertThat(rules.floors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"verified", "gold:5", "verified:much", ":5"})
    void refusesASettingThatDoesNotParse(String floor) {
        // Given
        Optional<List<String>> setting = Optional.of(List.of(floor));

        // When
        var reading = assertThatThrownBy(() -> prices.rules(setting));

        // Then
        reading.isInstanceOf(IllegalArgumentException.class);
    }
}
