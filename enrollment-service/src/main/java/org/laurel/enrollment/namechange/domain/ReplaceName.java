package org.laurel.enrollment.namechange.domain;

import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;

/**
 * Give a known learner another name.
 *
 * @param name fit, and not the name that the learner has
 * @param why is remembered beside the old name
 */
public record ReplaceName(LearnerId learnerId, String name, String why, Cause cause) {}
