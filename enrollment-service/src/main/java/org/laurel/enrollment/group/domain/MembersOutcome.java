package org.laurel.enrollment.group.domain;

import java.util.Map;
import java.util.Set;
import org.laurel.enrollment.learner.domain.Objection;
import org.laurel.events.key.LearnerId;

/** What became of a command about members. */
public sealed interface MembersOutcome {

    /**
     * These learners were added or removed; all others were members already, or were none.
     *
     * @param departed who was not added because they have left, or are about to
     */
    record Changed(Set<LearnerId> learners, Map<LearnerId, Objection> departed) implements MembersOutcome {

        public Changed {
            learners = Set.copyOf(learners);
            departed = Map.copyOf(departed);
        }
    }

    /** There is no such group. */
    record UnknownGroup() implements MembersOutcome {}
}
