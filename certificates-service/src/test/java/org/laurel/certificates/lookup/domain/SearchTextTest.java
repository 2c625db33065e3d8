package org.laurel.certificates.lookup.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {

    @ParameterizedTest
    @CsvSource({
        "ada, ada",
        "'  ada ', ada",
        "'ada one@example.org', ada+one@example.org",
        "<b>ada</b>, ada",
        "'<script>', ''",
        "'', ''"
    })
    void isWithoutTagsAndKeepsPlusSigns(String given, String expected) {
        // When
        String text = SearchText.of(given);

        // Then
        assertThat(text).isEqualTo(expected);
    }
}
