package org.laurel.bridge.outbound.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.laurel.bridge.outbound.domain.ProgramNotice;
import org.laurel.bridge.outbound.domain.Retelling;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Credentials of programs whose learners the bridge does not know yet: the two travel on different topics. */
@ApplicationScoped
public class WaitingPrograms {

    private final Sql sql;

    WaitingPrograms(Sql sql) {
        this.sql = sql;
    }

    /** Keeps notices until somebody takes them. */
    public void keep(List<ProgramNotice> notices) {
        sql.update(
                """
                insert into waiting_program (learner_id, credential_uuid, is_awarded, version, program_uuid, program_title,
                                             program_type, available_at, told_at, cause_by, cause_id, correlation_id, origin)
                select t.learner_id, t.credential_uuid::uuid, t.is_awarded, t.version, t.program_uuid::uuid, t.program_title,
                       t.program_type, t.available_at::timestamptz, t.told_at::timestamptz, t.cause_by, t.cause_id,
                       t.correlation_id, t.origin
                from unnest(?::text[], ?::text[], ?::bool[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as t (learner_id, credential_uuid, is_awarded, version, program_uuid, program_title, program_type,
                           available_at, told_at, cause_by, cause_id, correlation_id, origin)
                on conflict do nothing
                """,
                Column.texts(notices, ProgramNotice::learnerId),
                Column.texts(notices, ProgramNotice::credentialUuid),
                Column.flags(notices, ProgramNotice::isAwarded),
                Column.longs(notices, ProgramNotice::version),
                Column.texts(notices, ProgramNotice::programUuid),
                Column.texts(notices, ProgramNotice::programTitle),
                Column.texts(notices, ProgramNotice::programType),
                Column.texts(notices, ProgramNotice::availableAt),
                Column.texts(notices, ProgramNotice::at),
                Column.texts(notices, notice -> notice.cause().by()),
                Column.texts(notices, notice -> notice.cause().id()),
                Column.texts(notices, notice -> notice.cause().correlationId()),
                Column.texts(notices, notice -> notice.cause().origin()));
    }

    /** Takes what waits for the learners out, in the order in which it happened. */
    public List<ProgramNotice> take(Collection<LearnerId> learners) {
        return sql.query("""
            with taken as (delete from waiting_program where learner_id = any(?) returning *)
            select * from taken order by told_at, version, is_awarded desc
            """, WaitingPrograms::notice, (Object)
                learners.stream().map(LearnerId::value).distinct().toArray(String[]::new));
    }

    /**
     * Learners for whom something waits although they are known, or retired, in order.
     *
     * @param after nobody up to this one; empty for the first
     * @param limit at most so many
     */
    public List<LearnerId> known(String after, int limit) {
        return sql.query("""
            select distinct w.learner_id from waiting_program w
            where w.learner_id > ?
              and (exists (select from learner l where l.learner_id = w.learner_id)
                   or exists (select from retired_person r where r.learner_id = w.learner_id))
            order by w.learner_id limit ?
            """, row -> new LearnerId(Row.text(row, "learner_id")), after, limit);
    }

    /** Deletes all that has waited for an hour, and returns how many. */
    public int discard() {
        return sql.update("delete from waiting_program where since < now() - interval '1 hour'");
    }

    /**
     * How much waits.
     *
     * @param oldest seconds since the oldest came, 0 when nothing waits
     */
    public record Backlog(long count, long oldest) {}

    /** How much waits now. */
    public Backlog backlog() {
        return sql.first("""
            select count(*) as count, coalesce(extract(epoch from now() - min(since)), 0)::bigint as oldest
            from waiting_program
            """, row -> new Backlog(row.getLong("count"), row.getLong("oldest")))
                .orElseThrow();
    }

    private static ProgramNotice notice(ResultSet row) throws SQLException {
        return new ProgramNotice(
                new LearnerId(Row.text(row, "learner_id")),
                row.getBoolean("is_awarded"),
                Row.text(row, "credential_uuid"),
                Row.text(row, "program_uuid"),
                Row.text(row, "program_title"),
                Row.text(row, "program_type"),
                Row.instantOrNull(row, "available_at"),
                row.getLong("version"),
                Retelling.NO,
                Row.instant(row, "told_at"),
                new Cause(
                        Row.text(row, "cause_by"),
                        null,
                        Row.text(row, "cause_id"),
                        Row.text(row, "correlation_id"),
                        row.getString("origin")));
    }
}
