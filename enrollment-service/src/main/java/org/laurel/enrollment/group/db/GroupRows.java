package org.laurel.enrollment.group.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.laurel.enrollment.group.domain.UserGroup;
import org.laurel.kit.sql.Row;

/** How rows of the group table read. */
final class GroupRows {

    private GroupRows() {}

    static UserGroup group(ResultSet row) throws SQLException {
        return new UserGroup(row.getLong("group_id"), Row.text(row, "name"), Row.text(row, "description"));
    }
}
