package org.laurel.enrollment.cohort.domain;

import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;

/** That a learner entered or left a cohort, as a platform that owns cohorts tells it. */
public record ToldMembership(
        LearnerId learnerId,
        CohortKey cohort,
        String cohortName,
        boolean isMember,
        BusinessTime.Told time,
        Cause cause) {}
