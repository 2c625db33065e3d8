package org.laurel.bridge.openedx.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A custom course of a coach, made from a master course.
 *
 * @param ccxCourseKey canonical text of its own key
 * @param masterCourseKey key of the course that it is made from
 * @param displayName title; may be blank
 * @param coachEmail address of the coach
 * @param start first day
 * @param end last day
 * @param maxStudentsAllowed how many learners may enroll
 */
public record CcxCourseData(
        String ccxCourseKey,
        String masterCourseKey,
        String displayName,
        String coachEmail,
        @Nullable Instant start,
        @Nullable Instant end,
        @Nullable Long maxStudentsAllowed) {}
