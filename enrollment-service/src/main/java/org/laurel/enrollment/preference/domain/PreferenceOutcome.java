package org.laurel.enrollment.preference.domain;

import java.util.Map;
import org.laurel.enrollment.learner.domain.Objection;

/** What became of a {@link PreferenceChange}. */
public sealed interface PreferenceOutcome {

    /** It is as was asked for. */
    record Done() implements PreferenceOutcome {}

    /** It breaks rules, messages by key; nothing was changed. */
    record Unfit(Map<String, String> faults) implements PreferenceOutcome {

        public Unfit {
            faults = Map.copyOf(faults);
        }
    }

    /** The learner has left, or is about to; nothing was changed. */
    record Departed(Objection objection) implements PreferenceOutcome {}
}
