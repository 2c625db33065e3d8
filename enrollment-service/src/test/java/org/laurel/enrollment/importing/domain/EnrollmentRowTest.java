package org.laurel.enrollment.importing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.importing.domain.RowReading.Accepted;
import org.laurel.enrollment.importing.domain.RowReading.Refused;

class EnrollmentRowTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void takesTheNamesThatOtherSystemsHaveForLearnersAndCourseRuns() {
        // When
        var reading = EnrollmentRow.read(RawRow.of(1, Map.of("user_id", "7", "course_id", "course-v1:A+B+C")), NOW);

        // Then
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Accepted.class,
                        accepted -> assertThat(accepted.row())
                                .hasFieldOrPropertyWithValue("learnerId.value", "7")
                                .hasFieldOrPropertyWithValue("courseKey.value", "course-v1:A+B+C"));
    }

    @Test
    void aClockThatIsAFewMinutesAheadDoesNotMakeAFuture() {
        // When
        var close = at(NOW.plus(Duration.ofMinutes(5)));

        // Then
        assertThat(close).isInstanceOf(Accepted.class);
        assertThat(at(NOW.plus(Duration.ofMinutes(5)).plusMillis(1))).isEqualTo(new Refused<>(RowCode.FUTURE_DATE));
    }

    private static RowReading<EnrollmentRow> at(Instant time) {
        Map<String, String> members =
                Map.of("learner_id", "7", "course_key", "course-v1:A+B+C", "occurred_at", time.toString());
        return EnrollmentRow.read(RawRow.of(1, members), NOW);
    }
}
