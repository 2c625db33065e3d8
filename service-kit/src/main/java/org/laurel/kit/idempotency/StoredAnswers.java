package org.laurel.kit.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** The answers that are kept for repeated requests. */
@ApplicationScoped
class StoredAnswers {

    private final Sql sql;

    StoredAnswers(Sql sql) {
        this.sql = sql;
    }

    /** What goes back to the client. */
    record Content(
            int status,
            @Nullable String contentType,
            @Nullable String location,
            @Nullable String body) {}

    /** A kept answer and the digest of the request that it answered. */
    record Answer(String fingerprint, Content content) {}

    /** Locks the scope until the end of the transaction; false when another request holds it. */
    boolean tryLock(String scope) {
        return sql.query("select pg_try_advisory_xact_lock(hashtextextended(?, 0))", row -> row.getBoolean(1), scope)
                .getFirst();
    }

    Optional<Answer> find(String scope) {
        return sql.first(
                "select * from idempotency_key where scope = ? and created_at > now() - interval '24 hours'",
                row -> new Answer(
                        Row.text(row, "fingerprint"),
                        new Content(
                                row.getInt("status"),
                                row.getString("content_type"),
                                row.getString("location"),
                                row.getString("body"))),
                digest(scope));
    }

    void keep(String scope, String fingerprint, String caller, Content content) {
        sql.update(
                """
                insert into idempotency_key (scope, fingerprint, status, content_type, location, body, caller)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (scope) do update set fingerprint = excluded.fingerprint, status = excluded.status,
                    content_type = excluded.content_type, location = excluded.location, body = excluded.body,
                    created_at = now()
                where idempotency_key.created_at <= now() - interval '24 hours'
                """,
                digest(scope),
                fingerprint,
                content.status(),
                content.contentType(),
                content.location(),
                content.body(),
                caller);
    }

    /**
     * Keeps the answer to a request whose own transaction, and with it the lock, is gone. When another request took the lock
     * in the meantime, its answer counts and this one is dropped.
     */
    void keepRefusal(String scope, String fingerprint, String caller, Content content) {
        if (tryLock(scope) && find(scope).isEmpty()) {
            keep(scope, fingerprint, caller, content);
        }
    }

    static String digest(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
