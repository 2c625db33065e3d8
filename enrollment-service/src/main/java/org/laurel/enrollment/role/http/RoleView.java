package org.laurel.enrollment.role.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.role.domain.CourseRole;

/**
 * A role as operators see it.
 *
 * @param username null while the learner is not known
 * @param courseKey null when the role holds in the whole organisation or everywhere
 * @param org empty when it holds everywhere
 * @param isMember false when it was taken away
 */
record RoleView(
        String learnerId,
        @Nullable String username,
        @Nullable String courseKey,
        String org,
        String role,
        boolean isMember,
        long version,
        Instant occurredAt) {

    static RoleView of(CourseRole role, @Nullable String username) {
        String courseKey = role.key().scope().courseKeyText();
        return new RoleView(
                role.key().learnerId().value(),
                username,
                courseKey.isEmpty() ? null : courseKey,
                role.key().scope().org(),
                role.key().role().slug(),
                role.isMember(),
                role.version(),
                role.occurredAt());
    }
}
