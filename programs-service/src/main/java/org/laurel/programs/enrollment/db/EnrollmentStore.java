package org.laurel.programs.enrollment.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.enrollment.domain.TakeEnrollment;

/** Our replica of enrollments, written from enrollment-service's facts only. */
@ApplicationScoped
public class EnrollmentStore {

    private final Sql sql;

    EnrollmentStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * Stores versions in one statement. The highest of each enrollment stays, and of equal ones the latest; the time of
     * creation is the earliest of all that were ever told, also by a version that comes too late to count otherwise.
     */
    public void save(List<TakeEnrollment> versions) {
        sql.update(
                """
                insert into enrollment as e (learner_id, course_key, mode, is_active, created_at, version, occurred_at)
                select distinct on (t.learner_id, t.course_key) t.learner_id, t.course_key, t.mode, t.is_active,
                       min(t.occurred_at::timestamptz) over (partition by t.learner_id, t.course_key), t.version,
                       t.occurred_at::timestamptz
                from unnest(?::text[], ?::text[], ?::text[], ?::boolean[], ?::bigint[], ?::text[])
                     as t (learner_id, course_key, mode, is_active, version, occurred_at)
                order by t.learner_id, t.course_key, t.version desc, t.occurred_at::timestamptz desc
                on conflict (learner_id, course_key) do update set
                    created_at = least(e.created_at, excluded.created_at),
                    (mode, is_active, version, occurred_at) = (
                        select n.mode, n.is_active, n.version, n.occurred_at
                        from (values (e.mode, e.is_active, e.version, e.occurred_at, 1),
                                     (excluded.mode, excluded.is_active, excluded.version, excluded.occurred_at, 2))
                             as n (mode, is_active, version, occurred_at, place)
                        order by n.version desc, n.occurred_at desc, n.place limit 1)
                where (e.version, e.occurred_at) < (excluded.version, excluded.occurred_at)
                   or excluded.created_at < e.created_at
                """,
                Column.texts(versions, version -> version.key().learnerId()),
                Column.texts(versions, version -> version.key().courseKey()),
                Column.texts(versions, TakeEnrollment::mode),
                Column.flags(versions, TakeEnrollment::isActive),
                Column.longs(versions, TakeEnrollment::version),
                Column.texts(versions, TakeEnrollment::occurredAt));
    }
}
