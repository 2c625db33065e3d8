package org.laurel.events.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearnerIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "0042", "ada@example.org", "urn:uuid:6f1d", "学生-7"})
    void keepsAnyVisibleText(String text) {
        // Given
        LearnerId id = new LearnerId(text);

        // When
        String shown = id.toString();

        // Then
        assertThat(shown).isEqualTo(text).isEqualTo(id.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\tb", "a\nb", "1\n", "a\u0000b", "a\u00a0b", "a\u2028b", "a\u0085b"})
    void refusesWhitespaceAndControlCharacters(String text) {
        // Given

        // When
        var creation = assertThatThrownBy(() -> new LearnerId(text));

        // Then
        creation.isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("learner id ");
    }

    @Test
    void refusesMoreThan255Characters() {
        // Given
        String longest = "x".repeat(255);

        // When
        var creation = assertThatThrownBy(() -> new LearnerId(longest + "x"));

        // Then
        creation.isInstanceOf(IllegalArgumentException.class).hasMessage("learner id has more than 255 characters");
        assertThat(new LearnerId(longest).value()).isEqualTo(longest);
    }
}
