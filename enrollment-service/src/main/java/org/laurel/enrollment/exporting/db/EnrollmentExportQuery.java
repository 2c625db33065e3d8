package org.laurel.enrollment.exporting.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Reads enrollments for exports, in the order of learner ids and course keys: one statement a page. */
@ApplicationScoped
public class EnrollmentExportQuery {

    private static final String SELECT = """
            select e.learner_id, l.username, l.email, e.course_key, e.mode, e.is_active, e.created_at, e.occurred_at
            from enrollment e join learner l using (learner_id)
            where (?::bool is null or e.is_active = ?)
            """;

    private final Sql sql;

    EnrollmentExportQuery(Sql sql) {
        this.sql = sql;
    }

    /**
     * What an export is limited to.
     *
     * @param courseKey null for all course runs
     * @param isActive null for both
     */
    public record Wanted(
            @Nullable String courseKey, @Nullable Boolean isActive) {}

    /** Enrollments after one, empty texts for the first, as members by the columns of imports. */
    public List<Map<String, @Nullable Object>> after(Wanted wanted, String learnerId, String courseKey, int limit) {
        return wanted.courseKey() == null
                ? sql.query(
                        SELECT
                                + "and (e.learner_id, e.course_key) > (?, ?) order by e.learner_id, e.course_key limit ?",
                        EnrollmentExportQuery::enrollment,
                        wanted.isActive(),
                        wanted.isActive(),
                        learnerId,
                        courseKey,
                        limit)
                : sql.query(
                        SELECT + "and e.course_key = ? and e.learner_id > ? order by e.learner_id limit ?",
                        EnrollmentExportQuery::enrollment,
                        wanted.isActive(),
                        wanted.isActive(),
                        wanted.courseKey(),
                        learnerId,
                        limit);
    }

    private static Map<String, @Nullable Object> enrollment(ResultSet row) throws SQLException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("learner_id", Row.text(row, "learner_id"));
        members.put("username", Row.text(row, "username"));
        members.put("email", Row.text(row, "email"));
        members.put("course_key", Row.text(row, "course_key"));
        members.put("mode", Row.text(row, "mode"));
        members.put("is_active", row.getBoolean("is_active"));
        members.put("created", Row.instant(row, "created_at"));
        members.put("occurred_at", Row.instant(row, "occurred_at"));
        return members;
    }
}
