package org.laurel.bridge.openedx.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Dates of a course run as its catalog entry has them.
 *
 * @param start first day
 * @param pacing {@code self} or {@code instructor}
 * @param end last day
 * @param enrollmentStart from when learners may enroll
 * @param enrollmentEnd until when learners may enroll
 */
public record CourseScheduleData(
        Instant start,
        String pacing,
        @Nullable Instant end,
        @Nullable Instant enrollmentStart,
        @Nullable Instant enrollmentEnd) {}
