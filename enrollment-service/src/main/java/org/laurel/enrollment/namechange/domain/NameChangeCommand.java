package org.laurel.enrollment.namechange.domain;

import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;

/** What is asked of a learner's name change (accounts, name change). */
public sealed interface NameChangeCommand {

    LearnerId learnerId();

    Cause cause();

    /** The learner wants another name; an older request is overwritten. */
    record Request(LearnerId learnerId, String name, String rationale, Cause cause) implements NameChangeCommand {}

    /** Staff give the learner the name. */
    record Confirm(LearnerId learnerId, Cause cause) implements NameChangeCommand {}

    /** Staff do not; the cause's reason is mailed to the learner. */
    record Reject(LearnerId learnerId, Cause cause) implements NameChangeCommand {}
}
