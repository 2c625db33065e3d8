package org.laurel.enrollment.enrollment.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurel.enrollment.enrollment.domain.Enrollment;
import org.laurel.enrollment.enrollment.domain.EnrollmentKey;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Enrollments, read and written for whole batches. */
@ApplicationScoped
public class EnrollmentTable {

    private final Sql sql;

    EnrollmentTable(Sql sql) {
        this.sql = sql;
    }

    /** The enrollments that exist, in a new map. */
    public Map<EnrollmentKey, Enrollment> find(Collection<EnrollmentKey> keys) {
        List<EnrollmentKey> rows = List.copyOf(keys);
        Map<EnrollmentKey, Enrollment> found = new HashMap<>();
        sql.query(
                        """
                        select e.* from unnest(?::text[], ?::text[]) as k (learner_id, course_key)
                        cross join lateral (select * from enrollment
                                            where learner_id = k.learner_id and course_key = k.course_key limit 1) e
                        """,
                        EnrollmentRows::enrollment,
                        Column.texts(rows, EnrollmentKey::learnerId),
                        Column.texts(rows, EnrollmentKey::courseKey))
                .forEach(enrollment -> found.put(enrollment.key(), enrollment));
        return found;
    }

    /**
     * How many active enrollments course runs have, in a new map.
     *
     * @param most of each course run so many and one more are counted at most
     */
    public Map<CourseKey, Long> countActive(Map<CourseKey, Long> most) {
        List<Map.Entry<CourseKey, Long>> rows = List.copyOf(most.entrySet());
        Map<CourseKey, Long> counts = new HashMap<>();
        sql.query(
                """
                select k.course_key, (select count(*) from (
                    select from enrollment e where e.is_active and e.course_key = k.course_key limit k.most + 1) c) as active
                from unnest(?::text[], ?::bigint[]) as k (course_key, most)
                """,
                row -> counts.put(new CourseKey(Row.text(row, "course_key")), row.getLong("active")),
                Column.texts(rows, Map.Entry::getKey),
                Column.longs(rows, Map.Entry::getValue));
        return counts;
    }

    /** Inserts or replaces enrollments, each of them once. */
    public void save(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into enrollment (learner_id, course_key, mode, is_active, version, created_at, occurred_at,
                    changed_by, change_reason, cause_id)
                select t.learner_id, t.course_key, t.mode, t.is_active, t.version, t.created_at::timestamptz,
                       t.occurred_at::timestamptz, t.changed_by, t.reason, t.cause_id
                from unnest(?::text[], ?::text[], ?::text[], ?::bool[], ?::bigint[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::text[])
                     as t (learner_id, course_key, mode, is_active, version, created_at, occurred_at, changed_by, reason,
                           cause_id)
                on conflict (learner_id, course_key) do update set mode = excluded.mode, is_active = excluded.is_active,
                    version = excluded.version, created_at = excluded.created_at, occurred_at = excluded.occurred_at,
                    changed_by = excluded.changed_by, change_reason = excluded.change_reason, cause_id = excluded.cause_id
                """,
                Column.texts(changes, change -> change.enrollment().key().learnerId()),
                Column.texts(changes, change -> change.enrollment().key().courseKey()),
                Column.texts(changes, change -> change.enrollment().mode()),
                Column.flags(changes, change -> change.enrollment().isActive()),
                Column.longs(changes, change -> change.enrollment().version()),
                Column.texts(changes, change -> change.enrollment().createdAt()),
                Column.texts(changes, change -> change.enrollment().occurredAt()),
                Column.texts(changes, change -> change.cause().by()),
                Column.texts(changes, change -> change.cause().reason()),
                Column.texts(changes, change -> change.cause().id()));
    }

    /** An enrollment's new values and why they change. */
    public record Change(Enrollment enrollment, Cause cause) {}
}
