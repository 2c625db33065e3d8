package org.laurel.enrollment.enrollment.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a learner stands in a course run.
 *
 * @param mode slug of the enrollment mode
 * @param isActive false means unenrolled; nothing is ever deleted
 * @param version 1 for a new enrollment, one more with each change
 * @param createdAt business time of the first enrollment; stays over unenrolling and coming back, and gives way only to an
 *     earlier one that a platform tells
 * @param occurredAt business time of the last change
 */
public record Enrollment(
        EnrollmentKey key, String mode, boolean isActive, long version, Instant createdAt, Instant occurredAt) {

    /** The first version of an enrollment. */
    public static Enrollment created(EnrollmentKey key, String mode, boolean isActive, Instant occurredAt) {
        return created(key, mode, isActive, occurredAt, occurredAt);
    }

    /** The first version here of an enrollment that began before we knew of it. */
    public static Enrollment created(
            EnrollmentKey key, String mode, boolean isActive, Instant createdAt, Instant occurredAt) {
        return new Enrollment(key, mode, isActive, 1, createdAt, occurredAt);
    }

    /** Whether mode and activity are these. */
    public boolean is(String otherMode, boolean active) {
        return mode.equals(otherMode) && isActive == active;
    }

    /**
     * The same, begun at this time when that is the earlier one.
     *
     * @param told null when nothing is told
     */
    public Enrollment begun(@Nullable Instant told) {
        return told == null || !told.isBefore(createdAt)
                ? this
                : new Enrollment(key, mode, isActive, version, told, occurredAt);
    }

    /** The next version. */
    public Enrollment changed(String nextMode, boolean active, Instant since) {
        return new Enrollment(key, nextMode, active, version + 1, createdAt, since);
    }
}
