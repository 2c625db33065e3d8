package org.laurel.programs.detail.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The language that a client asks for. */
class LanguageTest {

    @ParameterizedTest
    @CsvSource({
        "'de-CH, en;q=0.5', de-CH",
        "'xx, es;q=0.3', es",
        "*, en",
        "xx, en",
        "'de;q=nonsense', en",
        "'%%%', en",
        "'', en",
        ", en"
    })
    void isTheBestThatDatesCanBeWrittenIn(@Nullable String header, String expected) {
        // When
        Locale language = Language.of(header);

        // Then
        assertThat(language.toLanguageTag()).isEqualTo(expected);
    }
}
