package org.laurel.enrollment.enrollment.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.laurel.enrollment.enrollment.domain.Enrollment;
import org.laurel.enrollment.enrollment.domain.EnrollmentKey;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Row;

/** How rows of the enrollment table read. */
final class EnrollmentRows {

    private EnrollmentRows() {}

    static EnrollmentKey key(ResultSet row) throws SQLException {
        return new EnrollmentKey(
                new LearnerId(Row.text(row, "learner_id")), new CourseKey(Row.text(row, "course_key")));
    }

    static Enrollment enrollment(ResultSet row) throws SQLException {
        return new Enrollment(
                key(row),
                Row.text(row, "mode"),
                row.getBoolean("is_active"),
                row.getLong("version"),
                Row.instant(row, "created_at"),
                Row.instant(row, "occurred_at"));
    }
}
