package org.laurel.completion.standing.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Looks cohorts up. One membership of each tells of it, so the cost does not depend on how many belong to it. */
@ApplicationScoped
public class CohortQuery {

    private final Sql sql;

    CohortQuery(Sql sql) {
        this.sql = sql;
    }

    /**
     * The names of cohorts of a course run or of its organisation, by id; others, and those that nobody ever belonged to, are
     * left out. After a renaming the new name comes with the memberships that tell of it.
     */
    public Map<Long, String> names(CourseKey courseKey, Collection<Long> ids) {
        return sql
                .query(
                        """
                        select wanted.id, one.cohort_name from unnest(?::bigint[]) as wanted (id) cross join lateral (
                            select m.cohort_name from cohort_membership m
                            where m.cohort_id = wanted.id and (m.course_key = ? or (m.course_key = '' and m.org = ?))
                            order by m.is_member desc, m.learner_id limit 1) as one
                        """,
                        row -> Map.entry(row.getLong("id"), Row.text(row, "cohort_name")),
                        ids.stream().distinct().toArray(Long[]::new),
                        courseKey.value(),
                        courseKey.org())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
