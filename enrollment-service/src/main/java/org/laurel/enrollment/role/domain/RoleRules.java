package org.laurel.enrollment.role.domain;

import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.FactOrder;

/** The rule of roles: the newest fact wins, and one that was never given cannot be taken away. */
public final class RoleRules {

    private RoleRules() {}

    /**
     * Judges a command.
     *
     * @param current null when the role was never given
     * @param newest place of the newest fact about the role, null without any
     */
    public static RoleOutcome decide(@Nullable CourseRole current, @Nullable FactOrder newest, SetRole command) {
        FactOrder place = command.time().placeAfter(newest);
        boolean isMember = current != null && current.isMember();
        if ((newest != null && !place.isAfter(newest)) || isMember == command.isMember()) {
            return new RoleOutcome.Unchanged(current);
        }
        long version = current == null ? 1 : current.version() + 1;
        return new RoleOutcome.Changed(new CourseRole(command.key(), command.isMember(), version, place.occurredAt()));
    }
}
