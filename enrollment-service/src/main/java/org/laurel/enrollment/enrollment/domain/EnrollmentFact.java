package org.laurel.enrollment.enrollment.domain;

import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.DomainFact;

/** What others are told about enrollments. */
public sealed interface EnrollmentFact extends DomainFact {

    /**
     * An enrollment is new or changed.
     *
     * @param before null for a new one
     * @param learner who the learner is at this moment
     */
    record EnrollmentChanged(@Nullable Enrollment before, Enrollment after, Learner learner, Cause cause)
            implements EnrollmentFact {}
}
