package org.laurel.certificates.rendering.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelsTest {

    @Test
    void everyLanguageHasWordsOfItsOwnForEachName() {
        Labels english = Labels.of("en");

        assertThat(Labels.LANGUAGES).allSatisfy(language -> {
            Labels labels = Labels.of(language);
            assertThat(labels.language()).isEqualTo(language);
            assertThat(labels.words().keySet()).isEqualTo(english.words().keySet());
            if (!language.equals("en")) {
                assertThat(labels.word("completed")).isNotEqualTo(english.word("completed"));
                assertThat(labels.word("privacy")).isNotEqualTo(english.word("privacy"));
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"fr,fr", "fr-CA,fr", "es-419,es", "es_419,es", "ja,en", "nonsense!,en", "'',en"})
    void aLanguageWithoutWordsIsToldInEnglish(String tag, String language) {
        assertThat(Labels.of(tag).language()).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr|fr",
                "fr-CH, fr;q=0.9, en;q=0.8|fr",
                "es-419|es",
                "ja, de;q=0.5, fr;q=0.8|fr",
                "ja|en",
                "*|en",
                "fr;q=0|en",
                "FR|fr"
            })
    void theReaderGetsTheLanguageThatIsLikedBestAmongThoseThatThereAre(String acceptLanguage, String language) {
        assertThat(Labels.languageFor(acceptLanguage)).isEqualTo(language);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "!!", "fr;q=x", ";;;", "fr;q=7", "-", "de,-"})
    void whatCannotBeUnderstoodMeansEnglish(String acceptLanguage) {
        assertThat(Labels.languageFor(acceptLanguage)).isEqualTo("en");
    }
}
