package org.laurel.enrollment.course.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.fact.domain.StoredTime;

/**
 * When and how learners may enroll on their own.
 *
 * @param start when enrollment opens, null when it always was open
 * @param end when it closes, null when it never does
 * @param invitationOnly whether only staff may enroll learners
 * @param maxEnrollments the largest number of active enrollments, null when there is no limit
 */
public record EnrollmentWindow(
        @Nullable Instant start,
        @Nullable Instant end,
        boolean invitationOnly,
        @Nullable Integer maxEnrollments) {

    public EnrollmentWindow {
        start = StoredTime.of(start);
        end = StoredTime.of(end);
    }

    /** Whether the time lies in the window: from its start, up to but without its end. */
    public boolean isOpen(Instant now) {
        return (start == null || !now.isBefore(start)) && (end == null || now.isBefore(end));
    }

    /** Whether no seat is left. */
    public boolean isFull(long activeEnrollments) {
        return maxEnrollments != null && activeEnrollments >= maxEnrollments;
    }
}
