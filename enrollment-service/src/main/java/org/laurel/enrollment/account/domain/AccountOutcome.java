package org.laurel.enrollment.account.domain;

import java.util.Map;
import org.laurel.enrollment.learner.domain.Objection;

/** What became of a {@link ChangeAccount}. */
public sealed interface AccountOutcome {

    /** It is as was asked for. */
    record Done() implements AccountOutcome {}

    /** Some members cannot be taken, messages by member; nothing was changed. */
    record Unfit(Map<String, String> faults) implements AccountOutcome {

        public Unfit {
            faults = Map.copyOf(faults);
        }
    }

    /** The learner has left, or is about to; nothing was changed. */
    record Departed(Objection objection) implements AccountOutcome {}

    /** What messages by member come to; none is fine. */
    static AccountOutcome of(Map<String, String> faults) {
        return faults.isEmpty() ? new Done() : new Unfit(faults);
    }
}
