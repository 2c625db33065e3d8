package org.laurel.certificates.issuance.domain;

import org.jspecify.annotations.Nullable;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;

/** What brings a certificate's facts up to date. */
public sealed interface FactCommand {

    /** What led to the command. */
    Cause cause();

    /** Whose certificates it is about. */
    LearnerId learnerId();

    /**
     * Take a fact in.
     *
     * @param learner who the learner is at that time, null when the fact does not tell
     */
    record TakeIn(CaseKey key, Fact fact, @Nullable Learner learner, Cause cause) implements FactCommand {
        @Override
        public LearnerId learnerId() {
            return key.learnerId();
        }
    }

    /** Take in who the learner is. */
    record Identify(Learner learner, Cause cause) implements FactCommand {
        @Override
        public LearnerId learnerId() {
            return learner.id();
        }
    }

    /** Fold again because the course run's settings changed. */
    record FoldAgain(CaseKey key, Cause cause) implements FactCommand {
        @Override
        public LearnerId learnerId() {
            return key.learnerId();
        }
    }
}
