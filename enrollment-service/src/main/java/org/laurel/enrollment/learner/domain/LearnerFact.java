package org.laurel.enrollment.learner.domain;

import java.time.Instant;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.DomainFact;

/** What others are told about learners. */
public sealed interface LearnerFact extends DomainFact {

    /** The learner with the new values. */
    Learner learner();

    /** Business time of what led to it. */
    Instant occurredAt();

    /** The account has new values. */
    record AccountChanged(Learner learner, Instant occurredAt, Cause cause) implements LearnerFact {}

    /** The certificate preferences have new values, or matter for the first time because the learner enrolled. */
    record PreferencesChanged(Learner learner, Instant occurredAt, Cause cause) implements LearnerFact {}
}
