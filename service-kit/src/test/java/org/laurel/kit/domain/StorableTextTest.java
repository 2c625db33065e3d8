package org.laurel.kit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorableTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "\u0001 and \uFFFF", "\uD83C\uDF33 in a whole pair"})
    void holdsWholeCharacters(String text) {
        assertThat(StorableText.isStorable(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0000b", "\uD83C", "\uDF33\uD83C", "a\uDF33"})
    void holdsNeitherNullNorHalfACharacter(String text) {
        assertThat(StorableText.isStorable(text)).isFalse();
    }
}
