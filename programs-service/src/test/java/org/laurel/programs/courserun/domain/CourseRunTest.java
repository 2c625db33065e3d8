package org.laurel.programs.courserun.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.events.key.CourseKey;

/** What follows from a course run's settings; now is second 100. */
class CourseRunTest {

    private static final Instant NOW = Instant.ofEpochSecond(100);

    @ParameterizedTest
    @CsvSource({
        "true,  false, end,           ,    ,    true",
        "false, true,  end,           ,    200, true",
        "false, false, early_no_info, ,    200, true",
        "false, false, end,           ,    ,    false",
        "false, false, end,           ,    200, false",
        "false, false, end,           ,    100, false",
        "false, false, end,           ,    99,  true",
        "false, false, end_with_date, 99,  200, true",
        "false, false, end_with_date, 100, 50,  false",
        "false, false, end_with_date, 200, 50,  false",
    })
    void showsCertificatesByPacingAndDisplayBehavior(
            boolean selfPaced, boolean beforeEnd, String behavior, Long date, Long end, boolean shows) {
        // Given
        CourseRun run = run(selfPaced, beforeEnd, behavior, date, end, null, null);

        // When
        boolean result = run.showsCertificates(NOW);

        // Then
        assertThat(result).isEqualTo(shows);
    }

    @ParameterizedTest
    @CsvSource({
        "end,           200, END_WITH_DATE, 200",
        "end_with_date, ,    END,           ",
        "early_no_info, 200, EARLY_NO_INFO, ",
        "end_with_date, 200, END_WITH_DATE, 200",
    })
    void bringsBehaviorAndDateIntoHarmony(String behavior, Long date, DisplayBehavior expected, Long expectedDate) {
        // Given
        CourseRun run = run(false, false, behavior, date, null, null, null);

        // When
        CourseRun normalised = run.normalised();

        // Then
        assertThat(normalised.displayBehavior()).isEqualTo(expected);
        assertThat(normalised.certificateAvailableDate()).isEqualTo(second(expectedDate));
    }

    @ParameterizedTest
    @CsvSource({", , true", "100, , true", "101, , false", ", 101, true", ", 100, false"})
    void letsLearnersEnrollFromTheStartUntilTheEnd(Long start, Long end, boolean open) {
        // Given
        CourseRun run = run(true, false, "end", null, null, start, end);

        // When
        boolean result = run.isEnrollmentOpen(NOW);

        // Then
        assertThat(result).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({"2, 10, 1, 30, true", "1, 30, 2, 10, false", "1, 30, 1, 10, true", "1, 10, 1, 10, false"})
    void theHigherVersionReplacesOfEqualOnesTheLater(
            long version, long at, long keptVersion, long keptAt, boolean expected) {
        // Given
        CourseRun kept = told(keptVersion, keptAt);

        // When
        boolean replaces = told(version, at).replaces(kept);

        // Then
        assertThat(replaces).isEqualTo(expected);
    }

    @Test
    void keepsNoFractionsThatTheDatabaseWouldDrop() {
        // When
        CourseRun run = run(true, false, "end", null, null, null, null);

        // Then
        assertThat(run.occurredAt()).isEqualTo(Instant.parse("2026-01-01T00:00:00.123456Z"));
    }

    private static CourseRun told(long version, long at) {
        return new CourseRun(
                new CourseKey("course-v1:Org+Course+Run"),
                null,
                "Org",
                null,
                null,
                null,
                null,
                true,
                DisplayBehavior.END,
                null,
                false,
                true,
                false,
                false,
                false,
                version,
                Instant.ofEpochSecond(at));
    }

    private static CourseRun run(
            boolean selfPaced,
            boolean beforeEnd,
            String behavior,
            @Nullable Long date,
            @Nullable Long end,
            @Nullable Long enrollmentStart,
            @Nullable Long enrollmentEnd) {
        return new CourseRun(
                new CourseKey("course-v1:Org+Course+Run"),
                null,
                "Org",
                null,
                second(end),
                second(enrollmentStart),
                second(enrollmentEnd),
                selfPaced,
                DisplayBehavior.of(behavior),
                second(date),
                beforeEnd,
                true,
                false,
                false,
                false,
                1,
                Instant.parse("2026-01-01T00:00:00.123456789Z"));
    }

    private static @Nullable Instant second(@Nullable Long second) {
        return second == null ? null : Instant.ofEpochSecond(second);
    }
}
