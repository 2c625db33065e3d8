package org.laurel.enrollment.retirement.domain;

import java.time.Instant;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.DomainFact;

/**
 * A learner is retired (replication, row R9). Others may know somebody who never enrolled too, for instance as
 * the member of staff who has changed something.
 */
public record LearnerLeft(LearnerId learnerId, Instant occurredAt, Cause cause) implements DomainFact {}
