package org.laurel.completion.learner.domain;

import java.time.Instant;
import org.laurel.events.key.LearnerId;

/**
 * A learner as enrollment-service told us.
 *
 * @param occurredAt business time of the snapshot; the newest wins
 */
public record Learner(LearnerId id, String username, Instant occurredAt) {}
