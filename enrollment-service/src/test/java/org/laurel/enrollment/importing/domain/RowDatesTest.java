package org.laurel.enrollment.importing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowDatesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T12:00:00Z, 2026-03-01T12:00:00Z",
        "2026-03-01 12:00:00, 2026-03-01T12:00:00Z",
        "2026-03-01T12:00:00.1234567Z, 2026-03-01T12:00:00.123456Z",
        "2026-03-01T12:00:00+02:00, 2026-03-01T10:00:00Z",
        "2026-03-01 12:00:00+00, 2026-03-01T12:00:00Z",
        "2026-03-01, 2026-03-01T00:00:00Z"
    })
    void readsWhatDatabasesAndFrameworksWrite(String text, Instant time) {
        assertThat(RowDates.parse(text)).isEqualTo(Optional.of(time));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "yesterday", "2026-13-01", "01.03.2026", "-0001-01-01T00:00:00Z", "+12026-01-01T00:00:00Z"})
    void readsNothingElse(String text) {
        assertThat(RowDates.parse(text)).isEmpty();
    }
}
