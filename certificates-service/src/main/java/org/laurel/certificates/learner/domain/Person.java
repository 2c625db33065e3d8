package org.laurel.certificates.learner.domain;

import org.laurel.events.key.LearnerId;

/** A learner as known last, with the names that the learner has had. */
public record Person(Learner learner, NameHistory names) {

    /** Somebody that nobody has told us of. */
    public static Person unknown(LearnerId id) {
        return new Person(Learner.unknown(id), NameHistory.UNKNOWN);
    }
}
