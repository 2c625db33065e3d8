package org.laurel.programs.page.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageWordsTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, en",
                "-, 'fr-CH, de;q=0.8', fr",
                "-, 'it, es-419;q=0.8', es",
                "-, nonsense;q=x, en",
                "-, '', en",
                "de, fr, de",
                "es-419, fr, es",
                "es_MX, -, es",
                "it, fr, fr",
                "it, -, en",
            })
    void theConfigurationsLanguageGoesBeforeTheReaders(
            @Nullable String wanted, @Nullable String acceptLanguage, String expected) {
        assertThat(PageWords.of(wanted, acceptLanguage).language()).isEqualTo(expected);
    }

    @Test
    void everyLanguageHasTheSameWords() {
        PageWords usual = PageWords.of("en", null);
        for (String language : PageWords.LANGUAGES) {
            assertThat(PageWords.of(language, null).words().keySet())
                    .as(language)
                    .isEqualTo(usual.words().keySet());
        }
    }
}
