package org.laurel.enrollment.learner.domain;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What became of a {@link SubmitLearner}. */
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

    /** Another learner has the username or the email address. */
    record Refused(Clash clash) implements LearnerOutcome {}

    /** What another learner already has. */
    enum Clash {
        USERNAME_TAKEN("Another learner has this username."),
        EMAIL_TAKEN("Another learner has this email address.");

        private final String detail;

        Clash(String detail) {
            this.detail = detail;
        }

        /** The clash in a sentence that names nobody. */
        public String detail() {
            return detail;
        }

        /** The clash as a code. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
