package org.laurel.certificates.role.domain;

import org.laurel.events.key.CourseKey;

/** Where a role holds. */
public sealed interface RoleScope {

    /** In one course run. */
    record Run(CourseKey courseKey) implements RoleScope {}

    /** In all course runs whose key names this organisation. */
    record Organisation(String org) implements RoleScope {}
}
