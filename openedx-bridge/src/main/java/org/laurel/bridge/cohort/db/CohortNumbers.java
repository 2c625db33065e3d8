package org.laurel.bridge.cohort.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurel.bridge.cohort.domain.CohortName;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Numbers of cohorts, which Open edX tells by name only. A cohort keeps its number for good. */
@ApplicationScoped
public class CohortNumbers {

    private final Sql sql;

    CohortNumbers(Sql sql) {
        this.sql = sql;
    }

    /** The numbers of all these cohorts; new ones get the next. */
    public Map<CohortName, Long> of(Collection<CohortName> cohorts) {
        List<CohortName> names = cohorts.stream().distinct().toList();
        Map<CohortName, Long> numbers = new HashMap<>();
        if (names.isEmpty()) {
            return numbers;
        }
        sql.update("""
                insert into cohort_number (course_key, name)
                select t.course_key, t.name from unnest(?::text[], ?::text[]) as t (course_key, name)
                where not exists (select from cohort_number c where c.course_key = t.course_key and c.name = t.name)
                order by t.course_key, t.name
                on conflict do nothing
                """, Column.texts(names, CohortName::courseKey), Column.texts(names, CohortName::name));
        sql.query(
                """
                select c.* from cohort_number c
                join unnest(?::text[], ?::text[]) as t (course_key, name) using (course_key, name)
                """,
                row -> numbers.put(
                        new CohortName(new CourseKey(Row.text(row, "course_key")), Row.text(row, "name")),
                        row.getLong("number")),
                Column.texts(names, CohortName::courseKey),
                Column.texts(names, CohortName::name));
        return numbers;
    }
}
