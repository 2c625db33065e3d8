package org.laurel.kit.retirement;

import java.time.Instant;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;

/**
 * Erase a learner's personal data for good.
 *
 * @param occurredAt since when the learner is retired
 */
public record Retire(LearnerId learnerId, Instant occurredAt, Cause cause) {}
