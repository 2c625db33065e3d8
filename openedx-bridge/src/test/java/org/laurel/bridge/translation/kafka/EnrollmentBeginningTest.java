package org.laurel.bridge.translation.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.bridge.Bus.at;
import static org.laurel.bridge.Bus.user;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.bridge.openedx.event.CourseData;
import org.laurel.bridge.openedx.event.CourseEnrollmentData;
import org.laurel.bridge.translation.domain.News;
import org.laurel.events.enrollment.EnrollmentRequested;
import org.laurel.kit.outbox.OutgoingEvent;

/** When an enrollment began, by what the site tells. */
class EnrollmentBeginningTest {

    private static final CourseData COURSE = new CourseData("course-v1:DemoX+Began+2026", "Intro", null, null);

    @ParameterizedTest
    @CsvSource({"-100000, -100000", "0, 0", "1, 0", "100000000, 0"})
    void isNeverAfterTheEventThatTellsIt(int createdMinute, int toldMinute) {
        // Given
        var data = new CourseEnrollmentData(user(5003), COURSE, "audit", true, at(createdMinute), null);

        // When
        News.Forwarded news =
                (News.Forwarded) LearnerNews.enrollment(data, at(0)).orElseThrow();

        // Then
        assertThat(beginning(news.event())).isEqualTo(at(toldMinute));
        assertThat(beginning(news.ofRetired())).isEqualTo(at(toldMinute));
    }

    private static @Nullable Instant beginning(@Nullable Object event) {
        return ((EnrollmentRequested) ((OutgoingEvent) Objects.requireNonNull(event)).body()).createdAt();
    }
}
