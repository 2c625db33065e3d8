package org.laurel.enrollment.role.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurel.enrollment.role.domain.CourseRole;
import org.laurel.enrollment.role.domain.RoleKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;

/** Roles, read and written for whole batches. */
@ApplicationScoped
public class RoleTable {

    private final Sql sql;

    RoleTable(Sql sql) {
        this.sql = sql;
    }

    /** The roles that were ever given, in a new map. */
    public Map<RoleKey, CourseRole> find(List<RoleKey> keys) {
        Map<RoleKey, CourseRole> found = new HashMap<>();
        sql.query(
                        """
                        select r.* from course_role r
                        join unnest(?::text[], ?::text[], ?::text[], ?::text[]) as k (learner_id, org, course_key, role)
                            using (learner_id, org, course_key, role)
                        """,
                        RoleRows::role,
                        Column.texts(keys, RoleKey::learnerId),
                        Column.texts(keys, key -> key.scope().org()),
                        Column.texts(keys, key -> key.scope().courseKeyText()),
                        Column.texts(keys, key -> key.role().slug()))
                .forEach(role -> found.put(role.key(), role));
        return found;
    }

    /** The roles that these learners have now. */
    public List<CourseRole> held(List<LearnerId> learners) {
        return sql.query(
                "select * from course_role where is_member and learner_id = any(?) order by learner_id, id",
                RoleRows::role,
                (Object) Column.texts(learners, LearnerId::value));
    }

    /** Inserts or replaces roles, each of them once. */
    public void save(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into course_role (learner_id, org, course_key, role, is_member, version, occurred_at, changed_by,
                    change_reason, cause_id)
                select t.learner_id, t.org, t.course_key, t.role, t.is_member, t.version, t.occurred_at::timestamptz,
                       t.changed_by, t.reason, t.cause_id
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bool[], ?::bigint[], ?::text[], ?::text[],
                            ?::text[], ?::text[])
                     as t (learner_id, org, course_key, role, is_member, version, occurred_at, changed_by, reason, cause_id)
                on conflict (learner_id, org, course_key, role) do update set is_member = excluded.is_member,
                    version = excluded.version, occurred_at = excluded.occurred_at, changed_by = excluded.changed_by,
                    change_reason = excluded.change_reason, cause_id = excluded.cause_id
                """,
                Column.texts(changes, change -> change.role().key().learnerId()),
                Column.texts(changes, change -> change.role().key().scope().org()),
                Column.texts(changes, change -> change.role().key().scope().courseKeyText()),
                Column.texts(changes, change -> change.role().key().role().slug()),
                Column.flags(changes, change -> change.role().isMember()),
                Column.longs(changes, change -> change.role().version()),
                Column.texts(changes, change -> change.role().occurredAt()),
                Column.texts(changes, change -> change.cause().by()),
                Column.texts(changes, change -> change.cause().reason()),
                Column.texts(changes, change -> change.cause().id()));
    }

    /** A role's new values and why they change. */
    public record Change(CourseRole role, Cause cause) {}
}
