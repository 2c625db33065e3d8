package org.laurel.programs.credential.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Which course runs are known here: by a program, by the directory of runs, or by a credential in them. */
@ApplicationScoped
public class KnownRunsQuery {

    private final Sql sql;

    KnownRunsQuery(Sql sql) {
        this.sql = sql;
    }

    /** Those of the runs that are known. */
    public Set<CourseKey> known(Collection<CourseKey> courseKeys) {
        if (courseKeys.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(sql.query("""
                select t.course_key from unnest(?::text[]) as t (course_key)
                where exists (select from program_course_run r where r.course_key = t.course_key)
                   or exists (select from course_run d where d.course_key = t.course_key)
                   or exists (select from course_credential c where c.course_key = t.course_key)
                """, row -> new CourseKey(Row.text(row, "course_key")), (Object)
                Column.texts(List.copyOf(courseKeys), CourseKey::value)));
    }
}
