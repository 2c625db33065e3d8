package org.laurel.enrollment.profile.domain;

import java.util.List;
import org.laurel.enrollment.learner.domain.Objection;

/** What became of a command about a profile. */
public sealed interface ProfileOutcome {

    /** The profile that holds now. */
    record Kept(Profile profile) implements ProfileOutcome {}

    /** It would break these rules; nothing was changed. */
    record Unfit(List<ProfileRules.Breach> breaches) implements ProfileOutcome {

        public Unfit {
            breaches = List.copyOf(breaches);
        }
    }

    /** The learner has left, or is about to; nothing was changed. */
    record Departed(Objection objection) implements ProfileOutcome {}
}
