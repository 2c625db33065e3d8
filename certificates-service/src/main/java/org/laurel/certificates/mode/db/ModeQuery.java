package org.laurel.certificates.mode.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.laurel.certificates.mode.domain.CourseMode;
import org.laurel.certificates.mode.domain.CourseModes;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Looks up in which modes course runs are offered. */
@ApplicationScoped
public class ModeQuery {

    private final Sql sql;

    ModeQuery(Sql sql) {
        this.sql = sql;
    }

    /** The modes of one course run. */
    public CourseModes forRun(CourseKey courseKey) {
        return forRuns(List.of(courseKey)).getOrDefault(courseKey, CourseModes.NONE);
    }

    /** The modes of course runs by one statement. Every run has an entry; {@link CourseModes#NONE} where nothing is known. */
    public Map<CourseKey, CourseModes> forRuns(Collection<CourseKey> courseKeys) {
        Map<CourseKey, List<CourseMode>> found = new LinkedHashMap<>();
        courseKeys.forEach(key -> found.put(key, new ArrayList<>()));
        sql.query(
                "select * from course_mode where course_key = any(?) order by course_key, position",
                row -> found.computeIfAbsent(new CourseKey(Row.text(row, "course_key")), key -> new ArrayList<>())
                        .add(mode(row)),
                (Object) Column.texts(List.copyOf(courseKeys), CourseKey::value));
        Map<CourseKey, CourseModes> modes = new LinkedHashMap<>();
        found.forEach((key, list) -> modes.put(key, list.isEmpty() ? CourseModes.NONE : new CourseModes(list)));
        return modes;
    }

    private static CourseMode mode(ResultSet row) throws SQLException {
        return new CourseMode(
                Row.text(row, "slug"),
                Row.text(row, "name"),
                row.getInt("min_price"),
                Row.text(row, "currency"),
                Row.instantOrNull(row, "expires_at"));
    }
}
