package org.laurel.enrollment.retirement.domain;

import java.time.Instant;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.DomainFact;

/** A learner of whom others were told is retired (replication, row R9). */
public record LearnerLeft(LearnerId learnerId, Instant occurredAt, Cause cause) implements DomainFact {}
