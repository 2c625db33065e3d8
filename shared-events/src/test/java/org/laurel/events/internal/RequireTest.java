package org.laurel.events.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequireTest {

    @Test
    void countsCharactersAsJsonSchemaDoes() {
        // Given
        String twoCharacters = "\uD83C\uDF93\uD83C\uDF93";

        // When
        var check = assertThatCode(() -> Require.text("name", twoCharacters, 2));

        // Then
        check.doesNotThrowAnyException();
    }

    @Test
    void refusesTextThatIsOneCharacterTooLong() {
        // Given
        String threeCharacters = "abc";

        // When
        var check = assertThatThrownBy(() -> Require.optionalText("name", threeCharacters, 2));

        // Then
        check.isInstanceOf(IllegalArgumentException.class).hasMessage("name has more than 2 characters");
    }

    @Test
    void refusesTimesThatRfc3339CannotWrite() {
        // Given
        Instant tooLate = Instant.parse("+10000-01-01T00:00:00Z");

        // When
        var check = assertThatThrownBy(() -> Require.time("occurred_at", tooLate));

        // Then
        check.hasMessage("occurred_at is outside the years 1 to 9999");
    }

    @Test
    void doesNotEchoAValueOutsideItsVocabulary() {
        // Given
        String secret = "ada@example.org";

        // When
        var check = assertThatThrownBy(() -> Require.oneOf("status", secret, Set.of("awarded")));

        // Then
        check.hasMessage("status is none of its allowed values");
    }

    @Test
    void copiesAListSoThatLaterChangesDoNotReachIt() {
        // Given
        List<String> original = new ArrayList<>(List.of("a"));

        // When
        List<String> copy = Require.list("children", original, 2);

        // Then
        original.add("b");
        assertThat(copy).containsExactly("a");
    }

    @Test
    void refusesAListWithANullItem() {
        // Given
        List<String> list = Arrays.asList("a", null);

        // When
        var check = assertThatThrownBy(() -> Require.list("children", list, 2));

        // Then
        check.isInstanceOf(IllegalArgumentException.class).hasMessage("children has a null item");
    }

    @Test
    void refusesAListThatIsTooLong() {
        // Given
        List<String> list = List.of("a", "b", "c");

        // When
        var check = assertThatThrownBy(() -> Require.list("children", list, 2));

        // Then
        check.hasMessage("children has more than 2 items");
    }
}
