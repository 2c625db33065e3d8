package org.laurel.certificates.issuance.domain;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.certificates.learner.domain.LearnerFact;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;

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
     * @param announced whether others hear of what the fact changes; only an import says no
     */
    record TakeIn(CaseKey key, Fact fact, @Nullable Learner learner, Cause cause, boolean announced)
            implements FactCommand {

        public TakeIn {
            if (!announced && fact instanceof Fact.Stated stated) {
                fact = new Fact.Stated(stated.order(), stated.certificate(), false);
            }
        }

        /** A fact whose changes others hear of. */
        public TakeIn(CaseKey key, Fact fact, @Nullable Learner learner, Cause cause) {
            this(key, fact, learner, cause, true);
        }

        @Override
        public LearnerId learnerId() {
            return key.learnerId();
        }
    }

    /**
     * Take in a fact that comes about here and now, because somebody asks for it. It is given the next place in business time
     * when it is its turn; several facts of one cause are about different cases.
     *
     * @param kind the position of its kind, such as {@link Fact.Allowlisted#KIND}
     * @param fact the fact at its place
     */
    record Happen(CaseKey key, int kind, Function<FactOrder, Fact> fact, Cause cause) implements FactCommand {

        /** Where such facts come from, by their place in business time. */
        public static final String SOURCE = "/certificates";

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

    /** Take in something that holds for the learner in all course runs. */
    record Know(LearnerId learnerId, LearnerFact fact, Cause cause) implements FactCommand {}

    /** Fold again what is known: the terms of the course run changed, or somebody asks once more. */
    record FoldAgain(CaseKey key, Cause cause) implements FactCommand {
        @Override
        public LearnerId learnerId() {
            return key.learnerId();
        }
    }
}
