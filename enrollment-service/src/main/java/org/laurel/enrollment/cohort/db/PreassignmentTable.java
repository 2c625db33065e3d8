package org.laurel.enrollment.cohort.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.laurel.enrollment.cohort.domain.CohortKey;
import org.laurel.enrollment.cohort.domain.Preassignment;
import org.laurel.enrollment.cohort.domain.Seat;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Cohorts that wait for email addresses. */
@ApplicationScoped
public class PreassignmentTable {

    private final Sql sql;

    PreassignmentTable(Sql sql) {
        this.sql = sql;
    }

    /** What waits for a learner. */
    public record Waiting(Seat seat, CohortKey cohort, Cause cause) {}

    /** What waits for learners in course runs; for inactive accounts, whose addresses nobody has confirmed, nothing. */
    public List<Waiting> ofSeats(Collection<Seat> seats) {
        List<Seat> keys = List.copyOf(seats);
        return sql.query(
                """
                select l.learner_id, p.* from unnest(?::text[], ?::text[]) as k (learner_id, course_key)
                join learner l on l.learner_id = k.learner_id and l.is_active
                join cohort_preassignment p on p.email = lower(l.email) and p.course_key = k.course_key
                """,
                PreassignmentTable::waiting,
                Column.texts(keys, Seat::learnerId),
                Column.texts(keys, Seat::courseKey));
    }

    /** What waits for learners in any course run. */
    public List<Waiting> ofLearners(List<LearnerId> learners) {
        return sql.query("""
                select l.learner_id, p.* from learner l join cohort_preassignment p on p.email = lower(l.email)
                where l.learner_id = any(?) order by l.learner_id, p.course_key
                """, PreassignmentTable::waiting, (Object) Column.texts(learners, LearnerId::value));
    }

    /** Keeps what is to wait; an address waits for one cohort of a course run, the one that was said last. */
    public void keep(Collection<Preassignment> preassignments) {
        List<Preassignment> rows = List.copyOf(preassignments);
        if (rows.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into cohort_preassignment (email, course_key, cohort_id, changed_by, cause_id)
                select distinct on (lower(t.email), t.course_key)
                       lower(t.email), t.course_key, t.cohort_id, t.changed_by, t.cause_id
                from unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[])
                     with ordinality as t (email, course_key, cohort_id, changed_by, cause_id, position)
                order by lower(t.email), t.course_key, t.position desc
                on conflict (email, course_key) do update set cohort_id = excluded.cohort_id,
                    changed_by = excluded.changed_by, cause_id = excluded.cause_id
                """,
                Column.texts(rows, Preassignment::email),
                Column.texts(rows, row -> row.cohort().courseKey()),
                Column.longs(rows, row -> row.cohort().id()),
                Column.texts(rows, row -> row.cause().by()),
                Column.texts(rows, row -> row.cause().id()));
    }

    /** Drops what waits for these learners in these course runs. */
    public void drop(Collection<Seat> seats) {
        List<Seat> keys = List.copyOf(seats);
        if (keys.isEmpty()) {
            return;
        }
        sql.update("""
                delete from cohort_preassignment p
                using unnest(?::text[], ?::text[]) as k (learner_id, course_key), learner l
                where l.learner_id = k.learner_id and p.email = lower(l.email) and p.course_key = k.course_key
                """, Column.texts(keys, Seat::learnerId), Column.texts(keys, Seat::courseKey));
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        CohortKey cohort = CohortRows.key(row);
        return new Waiting(
                new Seat(new LearnerId(Row.text(row, "learner_id")), cohort.courseKey()),
                cohort,
                Cause.of(Row.text(row, "changed_by"), Row.text(row, "cause_id")));
    }
}
