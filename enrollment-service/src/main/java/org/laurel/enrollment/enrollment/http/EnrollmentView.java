package org.laurel.enrollment.enrollment.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An enrollment as existing clients see it.
 *
 * @param user the learner's username
 */
record EnrollmentView(
        Instant created,
        String mode,
        boolean isActive,
        String user,
        @Nullable CourseDetailsView courseDetails) {}
