package org.laurel.enrollment.allowed.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.laurel.enrollment.allowed.domain.AllowedEmail;
import org.laurel.enrollment.allowed.domain.AllowedKey;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Row;

/** How rows of allowed addresses read. */
final class AllowedRows {

    private AllowedRows() {}

    static AllowedEmail allowed(ResultSet row) throws SQLException {
        String learnerId = row.getString("learner_id");
        return new AllowedEmail(
                new AllowedKey(Row.text(row, "email"), new CourseKey(Row.text(row, "course_key"))),
                row.getBoolean("auto_enroll"),
                learnerId == null ? null : new LearnerId(learnerId),
                Row.instant(row, "created_at"));
    }
}
