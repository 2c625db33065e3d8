package org.laurel.kit.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where people are found in prose, and where not. */
class MentionsTest {

    private static final Mentions MENTIONS =
            Mentions.of(List.of("Ada Lovelace", "ada.l-1", "ada@x.org", "Zoë O'Hara", "李明", "al", "", "!!!"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for Ada Lovelace, ada@x.org",
                "„ADA  LOVELACE“",
                "copied from ada.l-1.",
                "(ada@x.org)",
                "ZOË O'HARA asked",
                "由李明复制"
            })
    void findsPeople(String text) {
        // When
        boolean found = MENTIONS.isIn(text);

        // Then
        assertThat(found).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ada Lovelaces", "Ada and Lovelace", "al", "!!!", "ada.l-12", "李先生"})
    void findsNobodyWhereNobodyIsNamed(String text) {
        // When
        boolean found = MENTIONS.isIn(text);

        // Then
        assertThat(found).isFalse();
    }

    @Test
    void noTextNamesNobodyAndNobodyIsNamedByNothing() {
        // When
        Mentions nobody = Mentions.of(List.of("", "al", "-"));

        // Then
        assertThat(MENTIONS.isIn(null)).isFalse();
        assertThat(nobody.isEmpty()).isTrue();
    }
}
