package org.laurel.certificates.learner.domain;

import java.time.Instant;
import org.laurel.events.key.LearnerId;

/**
 * A learner as enrollment-service told us last.
 *
 * @param name the full name, empty when the learner has none
 * @param version counts the changes of the account; the highest wins, whatever the time
 * @param occurredAt since when the account has these values
 */
public record Learner(
        LearnerId id, String username, String email, String name, boolean active, long version, Instant occurredAt) {

    /** A learner that nobody has told us of. */
    public static Learner unknown(LearnerId id) {
        return new Learner(id, "", "", "", false, 0, Instant.EPOCH);
    }
}
