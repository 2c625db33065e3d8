package org.laurel.enrollment.learner.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.LearnerId;

/** What became of a {@link LearnerCommand}. */
public sealed interface LearnerOutcome {

    /**
     * The learner is new or has new values.
     *
     * @param before null for a new learner
     * @param news what others are told, in order; empty when nobody may hear of it
     */
    record Changed(@Nullable Learner before, Learner after, List<LearnerFact> news) implements LearnerOutcome {

        /** Whether the learner is new. */
        public boolean isNew() {
            return before == null;
        }
    }

    /** Nothing new: the same values, or a fact that a newer one has overtaken. */
    record Unchanged(Learner learner) implements LearnerOutcome {}

    /**
     * The account or a name on certificates breaks a rule, or another learner has the username or the email address.
     *
     * @param current the learner, who stays as is; null when not known
     */
    record Refused(@Nullable Learner current, Objection objection) implements LearnerOutcome {}

    /** There is no such learner to amend. */
    record Unknown(LearnerId id) implements LearnerOutcome {}
}
