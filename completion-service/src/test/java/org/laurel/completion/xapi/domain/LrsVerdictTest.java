package org.laurel.completion.xapi.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LrsVerdictTest {

    @ParameterizedTest
    @CsvSource({
        "200, STORED", "204, NOT_NOW", "409, KNOWN", "400, REFUSED", "413, TOO_LARGE", "422, REFUSED", "202, NOT_NOW",
        "301, NOT_NOW", "307, NOT_NOW", "401, NOT_NOW", "403, NOT_NOW", "404, NOT_NOW", "408, TOO_SLOW", "429, NOT_NOW",
        "500, NOT_NOW", "503, NOT_NOW", "504, TOO_SLOW"
    })
    void givesStatementsUpOnlyForWhatIsAboutThem(int status, LrsVerdict expected) {
        // When
        LrsVerdict verdict = LrsVerdict.of(status);

        // Then
        assertThat(verdict).isEqualTo(expected);
    }
}
