package org.laurel.programs.credential.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Reads what staff decided about credentials. */
@ApplicationScoped
public class DecisionQuery {

    private final Sql sql;

    DecisionQuery(Sql sql) {
        this.sql = sql;
    }

    /** A decision that holds. */
    public record Found(
            UUID credentialUuid,
            String status,
            Instant decidedAt,
            String decidedBy,
            @Nullable String reason,
            long version) {}

    /** The decision about the credential with this public id, empty when its status follows the certificates. */
    public Optional<Found> find(UUID credentialUuid) {
        return sql.first(
                """
                select o.*
                from (select learner_id, course_key as subject from course_credential where credential_uuid = ?
                      union all
                      select learner_id, program_uuid::text from program_credential where credential_uuid = ?) c
                join credential_order o using (learner_id, subject)
                where o.status <> 'automatic'
                """,
                row -> new Found(
                        credentialUuid,
                        Row.text(row, "status"),
                        Row.instant(row, "decided_at"),
                        Row.text(row, "changed_by"),
                        row.getString("change_reason"),
                        row.getLong("version")),
                credentialUuid,
                credentialUuid);
    }

    /**
     * A decision, or its being taken back ({@code automatic}).
     *
     * @param number its place in the history of all decisions
     */
    public record Entry(
            long number,
            String status,
            Instant decidedAt,
            String decidedBy,
            @Nullable String reason,
            long version) {}

    /**
     * All that staff ever decided about the credential, newest first.
     *
     * @param before only entries below this number, null for all
     */
    public List<Entry> history(UUID credentialUuid, @Nullable Long before, int limit) {
        return sql.query(
                """
                select o.*
                from (select learner_id, course_key as subject from course_credential where credential_uuid = ?
                      union all
                      select learner_id, program_uuid::text from program_credential where credential_uuid = ?) c
                join credential_order_history o using (learner_id, subject)
                where o.history_operation <> '-' and (?::bigint is null or o.history_id < ?::bigint)
                order by o.history_id desc limit ?
                """,
                row -> new Entry(
                        row.getLong("history_id"),
                        Row.text(row, "status"),
                        Row.instant(row, "decided_at"),
                        Row.text(row, "changed_by"),
                        row.getString("change_reason"),
                        row.getLong("version")),
                credentialUuid,
                credentialUuid,
                before,
                before,
                limit);
    }
}
