package org.laurel.completion.courserun.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.laurel.completion.courserun.domain.CourseRun;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Looks course runs up: titles, organisations, and whether they are offered in mobile applications. */
@ApplicationScoped
public class CourseRunQuery {

    private final Sql sql;

    CourseRunQuery(Sql sql) {
        this.sql = sql;
    }

    /** All these runs, by one statement; those of which the directory has not told as {@link CourseRun#untold}. */
    public Map<CourseKey, CourseRun> load(Collection<CourseKey> courseKeys) {
        if (courseKeys.isEmpty()) {
            return Map.of();
        }
        Map<CourseKey, CourseRun> runs =
                courseKeys.stream().distinct().collect(Collectors.toMap(Function.identity(), CourseRun::untold));
        sql.query(
                        "select * from course_run where course_key = any(?)",
                        row -> new CourseRun(
                                new CourseKey(Row.text(row, "course_key")),
                                Row.text(row, "org"),
                                row.getString("display_name"),
                                row.getBoolean("mobile_available"),
                                row.getLong("version"),
                                Row.instant(row, "occurred_at")),
                        (Object) Column.texts(List.copyOf(courseKeys), CourseKey::value))
                .forEach(run -> runs.put(run.courseKey(), run));
        return runs;
    }
}
