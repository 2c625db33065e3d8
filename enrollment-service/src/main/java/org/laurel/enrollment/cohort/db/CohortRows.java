package org.laurel.enrollment.cohort.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.cohort.domain.AssignmentType;
import org.laurel.enrollment.cohort.domain.Cohort;
import org.laurel.enrollment.cohort.domain.CohortKey;
import org.laurel.enrollment.cohort.domain.ContentGroup;
import org.laurel.enrollment.cohort.domain.Membership;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Row;

/** How rows of the cohort tables read. */
final class CohortRows {

    private CohortRows() {}

    static CohortKey key(ResultSet row) throws SQLException {
        return new CohortKey(new CourseKey(Row.text(row, "course_key")), row.getLong("cohort_id"));
    }

    static Cohort cohort(ResultSet row) throws SQLException {
        String type = Row.text(row, "assignment_type");
        return new Cohort(
                key(row),
                Row.text(row, "name"),
                AssignmentType.named(type).orElseThrow(() -> new SQLException("no such type: " + type)),
                contentGroup(row),
                Row.longOrNull(row, "platform_number"));
    }

    static Membership membership(ResultSet row) throws SQLException {
        return new Membership(
                new LearnerId(Row.text(row, "learner_id")),
                key(row),
                Row.text(row, "cohort_name"),
                row.getBoolean("is_member"),
                row.getLong("version"),
                Row.instant(row, "occurred_at"));
    }

    private static @Nullable ContentGroup contentGroup(ResultSet row) throws SQLException {
        Long partition = Row.longOrNull(row, "user_partition_id");
        Long group = Row.longOrNull(row, "group_id");
        return partition == null || group == null ? null : new ContentGroup(partition, group);
    }
}
