package org.laurel.enrollment.group.http;

import org.laurel.enrollment.group.domain.UserGroup;

/** A group as clients see it. */
record GroupView(long id, String name, String description) {

    static GroupView of(UserGroup group) {
        return new GroupView(group.id(), group.name(), group.description());
    }
}
