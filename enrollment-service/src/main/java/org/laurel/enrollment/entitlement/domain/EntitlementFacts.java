package org.laurel.enrollment.entitlement.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;

/**
 * What a command about an entitlement is judged by.
 *
 * @param isLearnerKnown whether this service knows the learner
 * @param courseRuns those that are known among the ones that commands name
 * @param newest the learner's newest entitlement to the course, active or not; null without any
 */
public record EntitlementFacts(
        boolean isLearnerKnown,
        Set<CourseKey> courseRuns,
        @Nullable Entitlement newest) {}
