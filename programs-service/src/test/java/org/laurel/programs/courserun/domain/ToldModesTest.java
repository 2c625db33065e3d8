package org.laurel.programs.courserun.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.events.key.CourseKey;

/** Which of two lists of modes is kept, and what a mode says. */
class ToldModesTest {

    @ParameterizedTest
    @CsvSource({"2, 10, 1, 30, true", "1, 30, 2, 10, false", "1, 30, 1, 10, true", "1, 10, 1, 10, false"})
    void theHigherVersionReplacesOfEqualOnesTheLater(
            long version, long at, long keptVersion, long keptAt, boolean expected) {
        // Given
        ToldModes kept = told(keptVersion, keptAt);

        // When
        boolean replaces = told(version, at).replaces(kept);

        // Then
        assertThat(replaces).isEqualTo(expected);
    }

    @Test
    void theLastMomentOfAModeStillCounts() {
        // Given
        Instant end = Instant.ofEpochSecond(100);

        // When
        CourseMode mode = new CourseMode("verified", "Verified", 49, "usd", end);

        // Then
        assertThat(mode.isExpired(end)).isFalse();
        assertThat(mode.isExpired(end.plusSeconds(1))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true"})
    void aModeIsPaidThatCostsSomething(int price, boolean expected) {
        // When
        CourseMode mode = new CourseMode("verified", "Verified", price, "usd", null);

        // Then
        assertThat(mode.isPaid()).isEqualTo(expected);
    }

    private static ToldModes told(long version, long at) {
        return new ToldModes(new CourseKey("course-v1:Org+Course+Run"), List.of(), version, Instant.ofEpochSecond(at));
    }
}
