package org.laurel.kit.flow;

import java.util.List;

/**
 * Tells what a feature has decided about learners, from the history of its tables. A feature supplies it as a bean in its
 * {@code db} package, and {@link Flow} puts it between what came in and what went out.
 */
public interface FlowSource {

    /**
     * The decisions after the question's position, in order, at most as many as it wants. None without a learner, unless the
     * feature decides on course runs.
     */
    List<FlowStep> after(FlowQuestion question);
}
