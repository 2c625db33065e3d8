package org.laurel.completion.learner.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.completion.learner.domain.Enrollment;
import org.laurel.completion.learner.domain.Learner;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;

/** Our replica of learners and enrollments, written from enrollment-service's events only. */
@ApplicationScoped
public class LearnerDirectory {

    private final Sql sql;

    LearnerDirectory(Sql sql) {
        this.sql = sql;
    }

    /** Takes snapshots in; of a learner the highest version wins, then the newest. Of those who are retired nothing is kept. */
    public void saveLearners(List<Learner> snapshots) {
        if (snapshots.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into learner as l (learner_id, username, version, occurred_at)
                select distinct on (t.learner_id) t.learner_id, t.username, t.version, t.occurred_at::timestamptz
                from unnest(?::text[], ?::text[], ?::bigint[], ?::text[]) as t (learner_id, username, version, occurred_at)
                where not exists (select from retired_person r where r.learner_id = t.learner_id)
                order by t.learner_id, t.version desc, t.occurred_at::timestamptz desc, t.username collate "C" desc
                on conflict (learner_id) do update set username = excluded.username, version = excluded.version,
                    occurred_at = excluded.occurred_at
                where (l.version, l.occurred_at, l.username collate "C")
                    < (excluded.version, excluded.occurred_at, excluded.username collate "C")
                """,
                Column.texts(snapshots, Learner::id),
                Column.texts(snapshots, Learner::username),
                Column.longs(snapshots, Learner::version),
                Column.texts(snapshots, Learner::occurredAt));
    }

    /**
     * Takes enrollments in; the highest version wins. Of those who are retired nothing new is kept, but what is known ends also when
     * the retirement comes first: the two come by different topics.
     */
    public void saveEnrollments(List<Enrollment> enrollments) {
        if (enrollments.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into enrollment as e (learner_id, course_key, mode, is_active, version)
                select distinct on (t.learner_id, t.course_key) t.learner_id, t.course_key, t.mode, t.is_active, t.version
                from unnest(?::text[], ?::text[], ?::text[], ?::bool[], ?::bigint[])
                     as t (learner_id, course_key, mode, is_active, version)
                where not exists (select from retired_person r where r.learner_id = t.learner_id)
                   or (not t.is_active and exists (select from enrollment k
                                                   where k.course_key = t.course_key and k.learner_id = t.learner_id))
                order by t.learner_id, t.course_key, t.version desc
                on conflict (learner_id, course_key) do update set mode = excluded.mode, is_active = excluded.is_active,
                    version = excluded.version
                where e.version < excluded.version
                """,
                Column.texts(enrollments, Enrollment::learnerId),
                Column.texts(enrollments, Enrollment::courseKey),
                Column.texts(enrollments, Enrollment::mode),
                Column.flags(enrollments, Enrollment::active),
                Column.longs(enrollments, Enrollment::version));
    }
}
