package org.laurel.completion.standing.domain;

import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;

/**
 * Whether a learner belongs to a cohort, as enrollment-service told us.
 *
 * @param courseKey the course run of the cohort, null for one of the whole organisation
 * @param version of this learner's membership of this cohort; the highest wins, whatever the time
 */
public record CohortMembership(
        LearnerId learnerId,
        @Nullable CourseKey courseKey,
        String org,
        long cohortId,
        String cohortName,
        boolean member,
        long version) {}
