package org.laurel.enrollment.bulk.domain;

import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.audit.domain.EnrollmentState;
import org.laurel.enrollment.enrollment.domain.Enrollment;

/**
 * How a person stands in a course run.
 *
 * @param mode of the enrollment, also of one that has ended; null without one
 */
public record Standing(EnrollmentState state, @Nullable String mode) {

    /** The standing of somebody with this enrollment, null for none. */
    public static Standing of(@Nullable Enrollment enrollment, boolean allowed) {
        boolean enrolled = enrollment != null && enrollment.isActive();
        EnrollmentState otherwise = allowed ? EnrollmentState.ALLOWED : EnrollmentState.UNENROLLED;
        return new Standing(
                enrolled ? EnrollmentState.ENROLLED : otherwise, enrollment == null ? null : enrollment.mode());
    }
}
