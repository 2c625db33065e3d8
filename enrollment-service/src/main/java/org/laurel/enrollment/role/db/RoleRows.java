package org.laurel.enrollment.role.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.laurel.enrollment.role.domain.AccessRole;
import org.laurel.enrollment.role.domain.CourseRole;
import org.laurel.enrollment.role.domain.RoleKey;
import org.laurel.enrollment.role.domain.RoleScope;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Row;

/** How rows of the role table read. */
final class RoleRows {

    private RoleRows() {}

    static CourseRole role(ResultSet row) throws SQLException {
        String role = Row.text(row, "role");
        RoleKey key = new RoleKey(
                new LearnerId(Row.text(row, "learner_id")),
                RoleScope.of(Row.text(row, "org"), Row.text(row, "course_key")),
                AccessRole.named(role).orElseThrow(() -> new SQLException("no such role: " + role)));
        return new CourseRole(
                key, row.getBoolean("is_member"), row.getLong("version"), Row.instant(row, "occurred_at"));
    }
}
