package org.laurel.enrollment.namechange.domain;

import java.time.Instant;
import java.util.Locale;
import org.laurel.events.key.LearnerId;

/**
 * A learner's newest request for another name.
 *
 * @param rationale why, in the learner's words; at most 1,024 characters, empty when none was given
 */
public record NameChange(LearnerId learnerId, String name, String rationale, State state, Instant requestedAt) {

    /** What became of a request. */
    public enum State {
        PENDING,
        CONFIRMED,
        REJECTED;

        /** The state as it is stored and told. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The same in another state. */
    public NameChange in(State another) {
        return new NameChange(learnerId, name, rationale, another, requestedAt);
    }
}
