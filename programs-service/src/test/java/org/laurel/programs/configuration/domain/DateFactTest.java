package org.laurel.programs.configuration.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Source: programs, update of the available date, with scenarios 22 to 24. */
class DateFactTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "instructor, early_no_info, 2026-05-01T00:00:00Z, 2026-06-01T00:00:00Z, -",
                "instructor, end, 2026-05-01T00:00:00Z, 2026-06-01T00:00:00Z, 2026-05-01T00:00:00Z",
                "instructor, end_with_date, 2026-05-01T00:00:00Z, 2026-06-01T00:00:00Z, 2026-06-01T00:00:00Z",
                "instructor, end, -, 2026-06-01T00:00:00Z, -",
                "instructor, end_with_date, 2026-05-01T00:00:00Z, -, -",
                "self, early_no_info, 2026-05-01T00:00:00Z, 2026-06-01T00:00:00Z, -",
                "self, end, 2026-05-01T00:00:00Z, 2026-06-01T00:00:00Z, -",
                "self, end_with_date, 2026-05-01T00:00:00Z, 2026-06-01T00:00:00Z, -",
            })
    void theDateFollowsPacingAndDisplayBehavior(
            String pacing,
            String behavior,
            @Nullable Instant end,
            @Nullable Instant availableDate,
            @Nullable Instant expected) {
        assertThat(DateFact.date(pacing.equals("self"), behavior, end, availableDate))
                .isEqualTo(expected);
    }

    @Test
    void countsSinceTheDateIsWhatItIs() {
        // Given
        List<DateFact> told = List.of(
                Runs.told(6, Runs.at(500)),
                Runs.told(2, Runs.at(500)),
                Runs.told(4, null),
                Runs.told(7, Runs.at(500)),
                Runs.told(5, null));
        // When
        DateFact counts = DateFact.counting(told);
        // Then
        assertThat(counts).isEqualTo(Runs.told(6, Runs.at(500)));
    }

    @Test
    void aDateThatIsToldAgainSaysNothing() {
        assertThat(DateFact.counting(List.of(Runs.told(9, null), Runs.told(5, null), Runs.told(7, null))))
                .isEqualTo(Runs.told(5, null));
    }

    @Test
    void forgetsWhatLiesBeforeTheFactThatPrecedesTheCountingOne() {
        // Given
        List<DateFact> told = List.of(
                Runs.told(6, Runs.at(500)),
                Runs.told(2, Runs.at(500)),
                Runs.told(4, null),
                Runs.told(7, Runs.at(500)),
                Runs.told(5, null));
        // When
        List<DateFact> spent = DateFact.spent(told);
        // Then
        assertThat(spent).containsExactly(Runs.told(2, Runs.at(500)), Runs.told(4, null));
    }

    @Test
    void forgetsRepetitionsThatAreLongAgo() {
        // Given
        int year = 365 * 24 * 60;
        List<DateFact> told =
                List.of(Runs.told(1, null), Runs.told(2, null), Runs.told(year - 3, null), Runs.told(year, null));
        // When
        List<DateFact> spent = DateFact.spent(told);
        // Then
        assertThat(spent).containsExactly(Runs.told(2, null));
    }
}
