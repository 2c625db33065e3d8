package org.laurel.certificates.learner.domain;

import org.laurel.events.key.LearnerId;

/**
 * A learner as known last, with what was known of the learner before.
 *
 * @param retired whether the personal data is erased for good
 */
public record Person(Learner learner, LearnerHistory history, boolean retired) {

    /** A learner who is not retired. */
    public Person(Learner learner, LearnerHistory history) {
        this(learner, history, false);
    }

    /** Somebody that nobody has told us of. */
    public static Person unknown(LearnerId id) {
        return new Person(Learner.unknown(id), LearnerHistory.UNKNOWN);
    }
}
