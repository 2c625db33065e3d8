package org.laurel.completion.structure.domain;

import java.util.Set;

/**
 * What decides which blocks a learner sees.
 *
 * @param staff whether the learner works in the course run; staff see all blocks
 * @param groups what names the learner's groups: the mode of the enrollment, and ids and names of cohorts in lower case
 * @param assignments what was assigned to the learner alone
 */
public record Viewer(boolean staff, Set<String> groups, Assignments assignments) {

    /** Somebody who belongs to no group. */
    public static final Viewer ANYBODY = new Viewer(false, Set.of(), Assignments.NONE);

    public Viewer {
        groups = Set.copyOf(groups);
    }
}
