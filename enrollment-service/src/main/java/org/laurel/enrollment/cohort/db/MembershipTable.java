package org.laurel.enrollment.cohort.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.laurel.enrollment.cohort.domain.CohortKey;
import org.laurel.enrollment.cohort.domain.Membership;
import org.laurel.enrollment.cohort.domain.Seat;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Who is in which cohort, read and written for whole batches. */
@ApplicationScoped
public class MembershipTable {

    private final Sql sql;

    MembershipTable(Sql sql) {
        this.sql = sql;
    }

    /** All memberships, former ones included, of learners in course runs. */
    public List<Membership> ofSeats(Collection<Seat> seats) {
        List<Seat> keys = List.copyOf(seats);
        return sql.query(
                """
                select m.* from cohort_membership m
                join unnest(?::text[], ?::text[]) as k (learner_id, course_key) using (learner_id, course_key)
                """, CohortRows::membership, Column.texts(keys, Seat::learnerId), Column.texts(keys, Seat::courseKey));
    }

    /** The cohorts that these learners are in now, in whichever course run. */
    public List<Membership> held(List<LearnerId> learners) {
        return sql.query(
                "select * from cohort_membership where is_member and learner_id = any(?) order by learner_id, course_key",
                CohortRows::membership,
                (Object) Column.texts(learners, LearnerId::value));
    }

    /** Members of a cohort who know it by another name than it has, by learner id after the given one. */
    public List<LearnerId> toldAnotherName(CohortKey cohort, String afterLearner, int limit) {
        return sql.query(
                """
                select m.learner_id from cohort_membership m join cohort c using (course_key, cohort_id)
                where m.course_key = ? and m.cohort_id = ? and m.is_member and m.cohort_name <> c.name and m.learner_id > ?
                order by m.learner_id limit ?
                """,
                row -> new LearnerId(Row.text(row, "learner_id")),
                cohort.courseKey().value(),
                cohort.id(),
                afterLearner,
                limit);
    }

    /** A member with the name that the cohort has now, and why it has it. */
    public record Renamed(Membership membership, Cause cause) {}

    /** These members as they are to be told. The caller holds their locks. */
    public List<Renamed> renamed(CohortKey cohort, List<LearnerId> learners) {
        return sql.query(
                """
                select m.*, c.name, c.changed_by as renamed_by, c.cause_id as renamed_because
                from cohort_membership m join cohort c using (course_key, cohort_id)
                where m.course_key = ? and m.cohort_id = ? and m.is_member and m.cohort_name <> c.name
                  and m.learner_id = any(?)
                order by m.learner_id
                """,
                row -> new Renamed(
                        CohortRows.membership(row).renamed(Row.text(row, "name")),
                        Cause.of(Row.text(row, "renamed_by"), Row.text(row, "renamed_because"))),
                cohort.courseKey().value(),
                cohort.id(),
                Column.texts(learners, LearnerId::value));
    }

    /** Inserts or replaces memberships, each of them once; a learner leaves one cohort before entering another. */
    public void save(Collection<Change> memberships) {
        if (memberships.isEmpty()) {
            return;
        }
        List<Change> changes = memberships.stream()
                .sorted(Comparator.comparing(change -> change.membership().isMember()))
                .toList();
        sql.update(
                """
                insert into cohort_membership (learner_id, course_key, cohort_id, cohort_name, is_member, version, occurred_at,
                    changed_by, change_reason, cause_id)
                select t.learner_id, t.course_key, t.cohort_id, t.cohort_name, t.is_member, t.version,
                       t.occurred_at::timestamptz, t.changed_by, t.reason, t.cause_id
                from unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::bool[], ?::bigint[], ?::text[], ?::text[],
                            ?::text[], ?::text[])
                     with ordinality as t (learner_id, course_key, cohort_id, cohort_name, is_member, version, occurred_at,
                                           changed_by, reason, cause_id, position)
                order by t.position
                on conflict (learner_id, course_key, cohort_id) do update set cohort_name = excluded.cohort_name,
                    is_member = excluded.is_member, version = excluded.version, occurred_at = excluded.occurred_at,
                    changed_by = excluded.changed_by, change_reason = excluded.change_reason,
                    cause_id = excluded.cause_id
                """,
                Column.texts(changes, change -> change.membership().learnerId()),
                Column.texts(changes, change -> change.membership().cohort().courseKey()),
                Column.longs(changes, change -> change.membership().cohort().id()),
                Column.texts(changes, change -> change.membership().cohortName()),
                Column.flags(changes, change -> change.membership().isMember()),
                Column.longs(changes, change -> change.membership().version()),
                Column.texts(changes, change -> change.membership().occurredAt()),
                Column.texts(changes, change -> change.cause().by()),
                Column.texts(changes, change -> change.cause().reason()),
                Column.texts(changes, change -> change.cause().id()));
    }

    /** A membership's new values and why they change. */
    public record Change(Membership membership, Cause cause) {}
}
