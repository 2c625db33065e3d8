package org.laurel.enrollment.cohort.domain;

import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.DomainFact;

/** What others are told about cohorts. */
public sealed interface CohortFact extends DomainFact {

    /** A learner entered or left a cohort, or the cohort of a member has another name. */
    record MembershipChanged(Membership after, Cause cause) implements CohortFact {}
}
