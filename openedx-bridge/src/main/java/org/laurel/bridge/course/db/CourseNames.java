package org.laurel.bridge.course.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurel.bridge.course.domain.CourseName;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Our replica of what course runs are called. */
@ApplicationScoped
public class CourseNames {

    private final Sql sql;

    CourseNames(Sql sql) {
        this.sql = sql;
    }

    /** Takes names in; the highest version of each course run stays. */
    public void save(List<CourseName> names) {
        Map<CourseKey, CourseName> newest = new HashMap<>();
        names.forEach(name ->
                newest.merge(name.courseKey(), name, (kept, next) -> next.version() > kept.version() ? next : kept));
        List<CourseName> rows = List.copyOf(newest.values());
        sql.update(
                """
                insert into course_run as c (course_key, display_name, version)
                select * from unnest(?::text[], ?::text[], ?::bigint[])
                on conflict (course_key) do update set display_name = excluded.display_name, version = excluded.version
                where c.version < excluded.version
                """,
                Column.texts(rows, CourseName::courseKey),
                Column.texts(rows, CourseName::displayName),
                Column.longs(rows, CourseName::version));
    }

    /** The names of those course runs that are known. */
    public Map<CourseKey, String> find(Collection<CourseKey> courseKeys) {
        Map<CourseKey, String> names = new HashMap<>();
        sql.query(
                "select course_key, display_name from course_run where course_key = any(?)",
                row -> names.put(new CourseKey(Row.text(row, "course_key")), Row.text(row, "display_name")),
                (Object) courseKeys.stream().map(CourseKey::value).distinct().toArray(String[]::new));
        return names;
    }
}
