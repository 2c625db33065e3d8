package org.laurel.enrollment.enrollment.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand.AdoptEnrollment;
import org.laurel.enrollment.enrollment.domain.EnrollmentKey;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/**
 * Enrollments that wait for their learner, course run or mode: all of them per learner and course run, told apart by their
 * place in business-time order. The newest may wait for longer, and until then an older one holds.
 */
@ApplicationScoped
public class PendingTable {

    private final Sql sql;

    PendingTable(Sql sql) {
        this.sql = sql;
    }

    /** Which enrollments wait for these learners. */
    public List<EnrollmentKey> keysOfLearners(List<LearnerId> learnerIds) {
        return sql.query(
                "select distinct learner_id, course_key from pending_enrollment where learner_id = any(?)",
                EnrollmentRows::key,
                (Object) Column.texts(learnerIds, LearnerId::value));
    }

    /** Which enrollments wait for a course run, by learner id, after the given one; the empty text starts. */
    public List<EnrollmentKey> keysOfCourseRun(String courseKey, String afterLearner, int limit) {
        return sql.query("""
                select distinct learner_id, course_key from pending_enrollment where course_key = ? and learner_id > ?
                order by learner_id limit ?
                """, EnrollmentRows::key, courseKey, afterLearner, limit);
    }

    /** What waits for these enrollments; of one enrollment the oldest first. */
    public List<AdoptEnrollment> find(List<EnrollmentKey> keys) {
        return sql.query(
                """
                select p.* from pending_enrollment p
                join unnest(?::text[], ?::text[]) as k (learner_id, course_key) using (learner_id, course_key)
                order by p.learner_id, p.course_key, p.occurred_at, p.sequence, p.kind, p.source, p.event_id
                """,
                PendingTable::pending,
                Column.texts(keys, EnrollmentKey::learnerId),
                Column.texts(keys, EnrollmentKey::courseKey));
    }

    /** How many commands wait. */
    public long count() {
        return sql.first("select count(*) from pending_enrollment", row -> row.getLong(1))
                .orElseThrow();
    }

    /** Keeps commands; one that waits already goes on waiting. */
    public void keep(List<AdoptEnrollment> commands) {
        if (commands.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into pending_enrollment as p (learner_id, course_key, mode, is_active, created_at, occurred_at,
                    sequence, kind, source, event_id, requested_by, cause_id, correlation_id, origin)
                select t.learner_id, t.course_key, t.mode, t.is_active, t.created_at::timestamptz,
                       t.occurred_at::timestamptz, t.sequence, t.kind, t.source, t.event_id, t.requested_by, t.cause_id,
                       t.correlation_id, t.origin
                from unnest(?::text[], ?::text[], ?::text[], ?::bool[], ?::text[], ?::text[], ?::bigint[], ?::int[],
                            ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as t (learner_id, course_key, mode, is_active, created_at, occurred_at, sequence, kind, source,
                           event_id, requested_by, cause_id, correlation_id, origin)
                on conflict on constraint pending_enrollment_pk do nothing
                """,
                Column.texts(commands, command -> command.key().learnerId()),
                Column.texts(commands, command -> command.key().courseKey()),
                Column.texts(commands, AdoptEnrollment::mode),
                Column.flags(commands, AdoptEnrollment::isActive),
                Column.texts(commands, AdoptEnrollment::createdAt),
                Column.texts(commands, command -> command.time().place().occurredAt()),
                Column.longs(commands, command -> command.time().place().sequence()),
                Column.integers(commands, command -> command.time().place().kind()),
                Column.texts(commands, command -> command.time().place().source()),
                Column.texts(commands, command -> command.time().place().id()),
                Column.texts(commands, command -> command.cause().by()),
                Column.texts(commands, command -> command.cause().id()),
                Column.texts(commands, command -> command.cause().correlationId()),
                Column.texts(commands, command -> command.cause().origin()));
    }

    /** Drops commands that wait no longer. */
    public void drop(List<AdoptEnrollment> commands) {
        if (commands.isEmpty()) {
            return;
        }
        sql.update(
                """
                delete from pending_enrollment p
                using unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::int[], ?::text[], ?::text[])
                     as t (learner_id, course_key, occurred_at, sequence, kind, source, event_id)
                where p.learner_id = t.learner_id and p.course_key = t.course_key
                  and p.occurred_at = t.occurred_at::timestamptz and p.sequence = t.sequence and p.kind = t.kind
                  and p.source = t.source and p.event_id = t.event_id
                """,
                Column.texts(commands, command -> command.key().learnerId()),
                Column.texts(commands, command -> command.key().courseKey()),
                Column.texts(commands, command -> command.time().place().occurredAt()),
                Column.longs(commands, command -> command.time().place().sequence()),
                Column.integers(commands, command -> command.time().place().kind()),
                Column.texts(commands, command -> command.time().place().source()),
                Column.texts(commands, command -> command.time().place().id()));
    }

    private static AdoptEnrollment pending(ResultSet row) throws SQLException {
        FactOrder place = new FactOrder(
                Row.instant(row, "occurred_at"),
                row.getLong("sequence"),
                row.getInt("kind"),
                Row.text(row, "source"),
                Row.text(row, "event_id"));
        Cause cause = new Cause(
                Row.text(row, "requested_by"),
                null,
                Row.text(row, "cause_id"),
                Row.text(row, "correlation_id"),
                row.getString("origin"));
        return new AdoptEnrollment(
                EnrollmentRows.key(row),
                Row.text(row, "mode"),
                row.getBoolean("is_active"),
                Row.instantOrNull(row, "created_at"),
                new BusinessTime.Told(place),
                cause);
    }
}
