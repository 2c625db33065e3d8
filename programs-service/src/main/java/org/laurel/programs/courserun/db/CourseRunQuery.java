package org.laurel.programs.courserun.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.courserun.domain.CourseMode;
import org.laurel.programs.courserun.domain.CourseRun;
import org.laurel.programs.courserun.domain.DisplayBehavior;

/** Looks course runs and their modes up, each by one statement for all runs that are asked for. */
@ApplicationScoped
public class CourseRunQuery {

    private final Sql sql;

    CourseRunQuery(Sql sql) {
        this.sql = sql;
    }

    /** The runs that are known; of others the directory has not told. */
    public Map<CourseKey, CourseRun> load(Collection<CourseKey> courseKeys) {
        if (courseKeys.isEmpty()) {
            return Map.of();
        }
        return sql
                .query("select * from course_run where course_key = any(?)", CourseRunQuery::courseRun, (Object)
                        Column.texts(List.copyOf(courseKeys), CourseKey::value))
                .stream()
                .collect(Collectors.toMap(CourseRun::courseKey, Function.identity()));
    }

    /** The modes of the runs, in the order of enrollment-service; a run without modes has no entry. */
    public Map<CourseKey, List<CourseMode>> modes(Collection<CourseKey> courseKeys) {
        if (courseKeys.isEmpty()) {
            return Map.of();
        }
        return sql
                .query(
                        "select * from course_mode where course_key = any(?) order by course_key, position",
                        row -> Map.entry(new CourseKey(Row.text(row, "course_key")), mode(row)),
                        (Object) Column.texts(List.copyOf(courseKeys), CourseKey::value))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static CourseMode mode(ResultSet row) throws SQLException {
        return new CourseMode(
                Row.text(row, "slug"),
                Row.text(row, "name"),
                row.getInt("min_price"),
                Row.text(row, "currency"),
                Row.instantOrNull(row, "expires_at"));
    }

    private static CourseRun courseRun(ResultSet row) throws SQLException {
        return new CourseRun(
                new CourseKey(Row.text(row, "course_key")),
                row.getString("display_name"),
                Row.text(row, "org"),
                Row.instantOrNull(row, "starts_at"),
                Row.instantOrNull(row, "ends_at"),
                Row.instantOrNull(row, "enrollment_starts_at"),
                Row.instantOrNull(row, "enrollment_ends_at"),
                row.getBoolean("self_paced"),
                DisplayBehavior.of(Row.text(row, "certificates_display_behavior")),
                Row.instantOrNull(row, "certificate_available_date"),
                row.getBoolean("certificates_show_before_end"),
                row.getBoolean("html_certificates_enabled"),
                row.getBoolean("invitation_only"),
                row.getBoolean("mobile_available"),
                row.getBoolean("is_ccx"),
                row.getLong("version"),
                Row.instant(row, "occurred_at"));
    }
}
