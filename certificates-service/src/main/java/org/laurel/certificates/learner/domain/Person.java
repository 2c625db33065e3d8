package org.laurel.certificates.learner.domain;

import org.laurel.events.key.LearnerId;

/** A learner as known last, with what was known of the learner before. */
public record Person(Learner learner, LearnerHistory history) {

    /** Somebody that nobody has told us of. */
    public static Person unknown(LearnerId id) {
        return new Person(Learner.unknown(id), LearnerHistory.UNKNOWN);
    }
}
