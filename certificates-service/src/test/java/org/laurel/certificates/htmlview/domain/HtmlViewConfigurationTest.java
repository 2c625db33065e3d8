package org.laurel.certificates.htmlview.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HtmlViewConfigurationTest {

    private static final Map<String, Map<String, @Nullable Object>> SECTIONS = Map.of(
            "default", Map.of("accomplishment", "completed", "colour", "blue"),
            "honor", Map.of("colour", "gold"));

    @Test
    void aModeHasItsOwnKeysBesideThoseForAll() {
        // Given
        HtmlViewConfiguration configuration = new HtmlViewConfiguration(true, SECTIONS);

        // When
        Map<String, @Nullable Object> values = configuration.onlyFor("honor");

        // Then
        assertThat(values).containsOnly(Map.entry("colour", "gold"));
        assertThat(configuration.forAll())
                .containsOnly(Map.entry("accomplishment", "completed"), Map.entry("colour", "blue"));
    }

    @Test
    void aModeWithoutASectionHasNothingOfItsOwn() {
        // Given
        HtmlViewConfiguration configuration = new HtmlViewConfiguration(true, SECTIONS);

        // When
        Map<String, @Nullable Object> values = configuration.onlyFor("verified");

        // Then
        assertThat(values).isEmpty();
    }

    @Test
    void givesNothingWhileDisabled() {
        // Given
        HtmlViewConfiguration configuration = new HtmlViewConfiguration(false, SECTIONS);

        // When
        Map<String, @Nullable Object> values = configuration.onlyFor("honor");

        // Then
        assertThat(values).isEmpty();
        assertThat(configuration.forAll()).isEmpty();
        assertThat(HtmlViewConfiguration.DISABLED.forAll()).isEmpty();
    }
}
