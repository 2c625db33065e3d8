package org.laurel.enrollment.group.domain;

import java.util.Set;
import org.laurel.events.key.LearnerId;

/** What became of a command about members. */
public sealed interface MembersOutcome {

    /** These learners were added or removed; all others were members already, or were none. */
    record Changed(Set<LearnerId> learners) implements MembersOutcome {

        public Changed {
            learners = Set.copyOf(learners);
        }
    }

    /** There is no such group. */
    record UnknownGroup() implements MembersOutcome {}
}
