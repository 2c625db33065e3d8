package org.laurel.programs.settings.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where programs are advertised. */
class ProgramsApiTest {

    @ParameterizedTest
    @CsvSource({"true, programs", "false, ''"})
    void isBelowTheRootWhilePeopleSeePrograms(boolean enabled, String expected) {
        // When
        ProgramsApi api = new ProgramsApi(enabled, "programs");

        // Then
        assertThat(api.advertisedAt()).isEqualTo(expected);
    }
}
