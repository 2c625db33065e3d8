package org.laurel.enrollment.cohort.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.laurel.enrollment.cohort.domain.AssignmentType;
import org.laurel.enrollment.cohort.domain.Cohort;
import org.laurel.enrollment.cohort.domain.CohortKey;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Cohorts, read and written for whole batches. */
@ApplicationScoped
public class CohortTable {

    private final Sql sql;

    CohortTable(Sql sql) {
        this.sql = sql;
    }

    /** All cohorts of the course runs, by id. */
    public List<Cohort> ofCourses(Collection<CourseKey> courseKeys) {
        return sql.query(
                "select * from cohort where course_key = any(?) order by course_key, cohort_id",
                CohortRows::cohort,
                (Object) Column.texts(List.copyOf(courseKeys), CourseKey::value));
    }

    /** Those course runs where entering learners may get a cohort: cohorts count, or wait for email addresses. */
    public Set<CourseKey> mayBeEntered(Collection<CourseKey> courseKeys) {
        String[] keys = Column.texts(List.copyOf(courseKeys), CourseKey::value);
        return Set.copyOf(sql.query("""
                select course_key from cohort_course where is_cohorted and course_key = any(?)
                union select k from unnest(?::text[]) k
                      where exists (select from cohort_preassignment p where p.course_key = k)
                """, row -> new CourseKey(Row.text(row, "course_key")), keys, keys));
    }

    /** The random cohorts of those course runs where cohorts count, by id. */
    public List<Cohort> randomWhereCohorted(Collection<CourseKey> courseKeys) {
        return sql.query("""
                select c.* from cohort c join cohort_course s on s.course_key = c.course_key and s.is_cohorted
                where c.course_key = any(?) and c.assignment_type = 'random' order by c.course_key, c.cohort_id
                """, CohortRows::cohort, (Object) Column.texts(List.copyOf(courseKeys), CourseKey::value));
    }

    /** The cohorts with these keys, in a new map. */
    public Map<CohortKey, Cohort> find(List<CohortKey> keys) {
        Map<CohortKey, Cohort> found = new HashMap<>();
        sql.query("""
                        select c.* from cohort c
                        join unnest(?::text[], ?::bigint[]) as k (course_key, cohort_id) using (course_key, cohort_id)
                        """, CohortRows::cohort, Column.texts(keys, CohortKey::courseKey), Column.longs(keys, CohortKey::id))
                .forEach(cohort -> found.put(cohort.key(), cohort));
        return found;
    }

    /** So many new ids for cohorts that are made here. */
    public List<Long> ids(int count) {
        return sql.query("select nextval('cohort_own_id') from generate_series(1, ?)", row -> row.getLong(1), count);
    }

    /**
     * Makes a random cohort in each of these course runs where cohorts count. It has the name; where another cohort has it
     * already, the first free number from 2 stands behind it. Of two who make one at once only the first does.
     */
    public void makeRandom(Collection<CourseKey> courseKeys, String name, Cause cause) {
        sql.update(
                """
                insert into cohort (course_key, cohort_id, name, assignment_type, changed_by, change_reason, cause_id)
                select s.course_key, nextval('cohort_own_id'), free.name, ?, ?, null, ?
                from cohort_course s cross join lateral (
                    select t.name from (
                        select n, case n when 1 then ?::text else ?::text || ' (' || n || ')' end as name
                        from generate_series(1, 1 + (select count(*) from cohort where course_key = s.course_key)) n) t
                    where not exists (select from cohort c where c.course_key = s.course_key and c.name = t.name)
                    order by t.n limit 1) free
                where s.is_cohorted and s.course_key = any(?)
                on conflict on constraint cohort_name do nothing
                """,
                AssignmentType.RANDOM.slug(),
                cause.by(),
                cause.id(),
                name,
                name,
                Column.texts(List.copyOf(courseKeys), CourseKey::value));
    }

    /** Inserts or replaces cohorts, each of them once. */
    public void save(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into cohort (course_key, cohort_id, name, assignment_type, user_partition_id, group_id,
                    platform_number, changed_by, change_reason, cause_id)
                select * from unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[],
                                     ?::text[], ?::text[], ?::text[])
                on conflict (course_key, cohort_id) do update set name = excluded.name,
                    assignment_type = excluded.assignment_type, user_partition_id = excluded.user_partition_id,
                    group_id = excluded.group_id, platform_number = excluded.platform_number,
                    changed_by = excluded.changed_by, change_reason = excluded.change_reason, cause_id = excluded.cause_id
                """,
                Column.texts(changes, change -> change.cohort().key().courseKey()),
                Column.longs(changes, change -> change.cohort().key().id()),
                Column.texts(changes, change -> change.cohort().name()),
                Column.texts(changes, change -> change.cohort().type().slug()),
                Column.longs(changes, change -> {
                    var group = change.cohort().contentGroup();
                    return group == null ? null : group.partitionId();
                }),
                Column.longs(changes, change -> {
                    var group = change.cohort().contentGroup();
                    return group == null ? null : group.groupId();
                }),
                Column.longs(changes, change -> change.cohort().platformNumber()),
                Column.texts(changes, change -> change.cause().by()),
                Column.texts(changes, change -> change.cause().reason()),
                Column.texts(changes, change -> change.cause().id()));
    }

    /** A cohort's new values and why they change. */
    public record Change(Cohort cohort, Cause cause) {}
}
