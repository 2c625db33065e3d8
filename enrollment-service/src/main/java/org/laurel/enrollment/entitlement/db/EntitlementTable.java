package org.laurel.enrollment.entitlement.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.laurel.enrollment.entitlement.domain.Entitlement;
import org.laurel.enrollment.entitlement.domain.EntitlementKey;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Entitlements, read and written for whole batches. The caller holds the locks of the learners' ids. */
@ApplicationScoped
public class EntitlementTable {

    private final Sql sql;

    EntitlementTable(Sql sql) {
        this.sql = sql;
    }

    /** Those of the learners whom this service knows. */
    public Set<LearnerId> knownLearners(List<LearnerId> learnerIds) {
        return new HashSet<>(sql.query(
                "select learner_id from learner where learner_id = any(?)",
                row -> new LearnerId(Row.text(row, "learner_id")),
                (Object) Column.texts(learnerIds, LearnerId::value)));
    }

    /** Those of the course runs that somebody has told; they stay known for good. */
    public Set<CourseKey> knownCourseRuns(List<CourseKey> courseKeys) {
        return new HashSet<>(sql.query(
                "select course_key from course_run where course_key = any(?)",
                row -> new CourseKey(Row.text(row, "course_key")),
                (Object) Column.texts(courseKeys, CourseKey::value)));
    }

    /** The newest entitlement of each learner and course, active or not, in a new map. */
    public Map<EntitlementKey, Entitlement> newest(Collection<EntitlementKey> keys) {
        List<EntitlementKey> rows = List.copyOf(keys);
        Map<EntitlementKey, Entitlement> found = new HashMap<>();
        sql.query(
                        """
                        select distinct on (e.learner_id, e.course_uuid) e.* from entitlement e
                        join unnest(?::text[], ?::text[]) as k (learner_id, course_uuid)
                            on e.learner_id = k.learner_id and e.course_uuid = k.course_uuid::uuid
                        order by e.learner_id, e.course_uuid, e.version desc
                        """,
                        EntitlementRows::entitlement,
                        Column.texts(rows, EntitlementKey::learnerId),
                        Column.texts(rows, EntitlementKey::courseUuid))
                .forEach(entitlement -> found.put(entitlement.key(), entitlement));
        return found;
    }

    /** Inserts or replaces entitlements, each of them once. */
    public void save(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into entitlement (uuid, learner_id, course_uuid, mode, course_key, expired_at, order_number, version,
                    created_at, occurred_at, changed_by, change_reason, cause_id)
                select t.uuid::uuid, t.learner_id, t.course_uuid::uuid, t.mode, t.course_key, t.expired_at::timestamptz,
                       t.order_number, t.version, t.created_at::timestamptz, t.occurred_at::timestamptz, t.changed_by,
                       t.reason, t.cause_id
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[],
                            ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as t (uuid, learner_id, course_uuid, mode, course_key, expired_at, order_number, version, created_at,
                           occurred_at, changed_by, reason, cause_id)
                order by t.learner_id, t.course_uuid, t.version
                on conflict (uuid) do update set mode = excluded.mode, course_key = excluded.course_key,
                    expired_at = excluded.expired_at, order_number = excluded.order_number, version = excluded.version,
                    occurred_at = excluded.occurred_at, changed_by = excluded.changed_by,
                    change_reason = excluded.change_reason, cause_id = excluded.cause_id
                """,
                Column.texts(changes, change -> change.entitlement().id()),
                Column.texts(changes, change -> change.entitlement().key().learnerId()),
                Column.texts(changes, change -> change.entitlement().key().courseUuid()),
                Column.texts(changes, change -> change.entitlement().terms().mode()),
                Column.texts(changes, change -> change.entitlement().terms().courseKey()),
                Column.texts(changes, change -> change.entitlement().terms().expiredAt()),
                Column.texts(changes, change -> change.entitlement().terms().orderNumber()),
                Column.longs(changes, change -> change.entitlement().version()),
                Column.texts(changes, change -> change.entitlement().createdAt()),
                Column.texts(changes, change -> change.entitlement().occurredAt()),
                Column.texts(changes, change -> change.cause().by()),
                Column.texts(changes, change -> change.cause().reason()),
                Column.texts(changes, change -> change.cause().id()));
    }

    /** An entitlement's new values and why they change. */
    public record Change(Entitlement entitlement, Cause cause) {}
}
