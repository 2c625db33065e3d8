package org.laurel.enrollment.role.domain;

import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.DomainFact;

/** What others are told about roles. */
public sealed interface RoleFact extends DomainFact {

    /** A role in a course run or an organisation was given or taken away. */
    record RoleChanged(CourseRole after, Cause cause) implements RoleFact {}
}
