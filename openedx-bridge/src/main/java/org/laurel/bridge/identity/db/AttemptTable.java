package org.laurel.bridge.identity.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurel.bridge.identity.domain.Attempt;
import org.laurel.bridge.identity.domain.Verification;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** The attempts of learners to verify their identity, and what others were told last of the outcome. */
@ApplicationScoped
public class AttemptTable {

    private final Sql sql;

    AttemptTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * What others were told last.
     *
     * @param version counts what they were told of the learner
     */
    public record Told(LearnerId learnerId, Verification verification, long version) {}

    /** All attempts of the learners. */
    public List<Attempt> attempts(Collection<LearnerId> learners) {
        return sql.query(
                "select * from identity_attempt where learner_id = any(?)",
                row -> new Attempt(
                        new LearnerId(Row.text(row, "learner_id")),
                        row.getLong("attempt_id"),
                        Attempt.Status.valueOf(Row.text(row, "status")),
                        Row.instantOrNull(row, "expires_at"),
                        Row.instant(row, "told_at")),
                (Object) ids(learners));
    }

    /** What was told last of those learners of whom anything was. */
    public Map<LearnerId, Told> told(Collection<LearnerId> learners) {
        Map<LearnerId, Told> told = new HashMap<>();
        sql.query(
                        "select * from identity_verification where learner_id = any(?)",
                        row -> new Told(
                                new LearnerId(Row.text(row, "learner_id")),
                                new Verification(
                                        Row.text(row, "status"),
                                        Row.instantOrNull(row, "expires_at"),
                                        Row.instant(row, "as_of")),
                                row.getLong("version")),
                        (Object) ids(learners))
                .forEach(one -> told.put(one.learnerId(), one));
        return told;
    }

    /** Keeps attempts, each number at most once. */
    public void save(List<Attempt> attempts) {
        sql.update(
                """
                insert into identity_attempt (learner_id, attempt_id, status, expires_at, told_at)
                select t.learner_id, t.attempt_id, t.status, t.expires_at::timestamptz, t.told_at::timestamptz
                from unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[])
                     as t (learner_id, attempt_id, status, expires_at, told_at)
                on conflict (learner_id, attempt_id) do update
                set status = excluded.status, expires_at = excluded.expires_at, told_at = excluded.told_at
                """,
                Column.texts(attempts, Attempt::learnerId),
                Column.longs(attempts, Attempt::number),
                Column.texts(attempts, Attempt::status),
                Column.texts(attempts, Attempt::expiresAt),
                Column.texts(attempts, Attempt::toldAt));
    }

    /** Keeps what others are told now, each learner at most once. */
    public void saveTold(List<Told> told) {
        sql.update(
                """
                insert into identity_verification (learner_id, status, expires_at, as_of, version)
                select t.learner_id, t.status, t.expires_at::timestamptz, t.as_of::timestamptz, t.version
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
                     as t (learner_id, status, expires_at, as_of, version)
                on conflict (learner_id) do update set status = excluded.status, expires_at = excluded.expires_at,
                    as_of = excluded.as_of, version = excluded.version
                """,
                Column.texts(told, Told::learnerId),
                Column.texts(told, one -> one.verification().status()),
                Column.texts(told, one -> one.verification().expiresAt()),
                Column.texts(told, one -> one.verification().asOf()),
                Column.longs(told, Told::version));
    }

    private static String[] ids(Collection<LearnerId> learners) {
        return learners.stream().map(LearnerId::value).distinct().toArray(String[]::new);
    }
}
