package org.laurel.enrollment.mail.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.laurel.enrollment.mail.domain.MailKind;
import org.laurel.enrollment.mail.domain.OneTimeKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Hashes of the keys that were mailed. */
@ApplicationScoped
public class KeyTable {

    private final Sql sql;

    KeyTable(Sql sql) {
        this.sql = sql;
    }

    /** Makes a key good in place of those of the same mail: what expires at another time stands in another mail. */
    public void replace(byte[] hash, MailKind purpose, OneTimeKey key) {
        sql.update(
                "delete from one_time_key where purpose = ? and request_id = ? and learner_id = ? and expires_at = ?",
                purpose.code(),
                key.requestId(),
                key.learnerId().value(),
                key.expiresAt());
        sql.update(
                "insert into one_time_key (hash, purpose, request_id, learner_id, expires_at) values (?, ?, ?, ?, ?)",
                hash,
                purpose.code(),
                key.requestId(),
                key.learnerId().value(),
                key.expiresAt());
    }

    /** What a key is good for; empty when it was never mailed for this purpose, or its request is done. */
    public Optional<OneTimeKey> find(MailKind purpose, String key) {
        return sql.first(
                "select * from one_time_key where hash = ? and purpose = ?",
                row -> new OneTimeKey(
                        Row.text(row, "request_id"),
                        new LearnerId(Row.text(row, "learner_id")),
                        Row.instant(row, "expires_at")),
                OneTimeKey.hash(key),
                purpose.code());
    }

    /** Makes all keys of these requests worthless. */
    public void forget(MailKind purpose, Collection<String> requestIds) {
        sql.update(
                "delete from one_time_key where purpose = ? and request_id = any(?)",
                purpose.code(),
                requestIds.toArray(String[]::new));
    }

    /** Drops keys that expired before this time. */
    public void dropExpiredBefore(Instant time) {
        sql.update("delete from one_time_key where expires_at < ?", time);
    }

    /** Forgets the keys of learners for one purpose. */
    public void drop(MailKind purpose, List<LearnerId> learners) {
        sql.update(
                "delete from one_time_key where purpose = ? and learner_id = any(?)",
                purpose.code(),
                Column.texts(learners, LearnerId::value));
    }

    /** Forgets all keys of learners. */
    public void drop(List<LearnerId> learners) {
        sql.update("delete from one_time_key where learner_id = any(?)", (Object)
                Column.texts(learners, LearnerId::value));
    }
}
