package org.laurel.enrollment.role.domain;

import org.laurel.enrollment.fact.domain.Subject;
import org.laurel.events.key.LearnerId;

/** Tells one role of one learner from all others. */
public record RoleKey(LearnerId learnerId, RoleScope scope, AccessRole role) {

    /** What facts about this role are about. */
    public Subject subject() {
        return Subject.role(learnerId, scope.org(), scope.courseKeyText(), role.slug());
    }
}
