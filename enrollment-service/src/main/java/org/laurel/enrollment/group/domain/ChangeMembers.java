package org.laurel.enrollment.group.domain;

import java.util.List;
import java.util.Set;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;

/**
 * Adds learners to a group or removes them.
 *
 * @param learners known learners
 * @param adds false to remove
 */
public record ChangeMembers(String group, List<LearnerId> learners, boolean adds, Cause cause) {

    public ChangeMembers {
        learners = List.copyOf(learners);
    }

    /** The same for all learners but these. */
    public ChangeMembers without(Set<LearnerId> others) {
        return new ChangeMembers(
                group,
                learners.stream().filter(learner -> !others.contains(learner)).toList(),
                adds,
                cause);
    }
}
