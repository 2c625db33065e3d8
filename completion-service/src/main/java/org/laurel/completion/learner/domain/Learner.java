package org.laurel.completion.learner.domain;

import java.time.Instant;
import org.laurel.events.key.LearnerId;

/**
 * A learner's account as enrollment-service told us.
 *
 * @param version of the account: the highest wins, whatever the time; 0 when it was not told
 * @param occurredAt when the account took on these values, as well as we know; among equal versions the newest wins
 */
public record Learner(LearnerId id, String username, long version, Instant occurredAt) {}
