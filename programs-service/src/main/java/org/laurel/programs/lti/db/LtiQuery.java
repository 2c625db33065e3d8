package org.laurel.programs.lti.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.lti.domain.LtiSubject;
import org.laurel.programs.lti.domain.StoredLti;

/** Reads configurations of programs' tools, without their secrets. */
@ApplicationScoped
public class LtiQuery {

    private final Sql sql;

    LtiQuery(Sql sql) {
        this.sql = sql;
    }

    /**
     * A version of a configuration.
     *
     * @param operation {@code +} created, {@code ~} changed, {@code -} removed
     */
    public record Version(
            long id,
            Instant at,
            String operation,
            StoredLti lti,
            String changedBy,
            @Nullable String reason) {}

    /** Whether there is such a program. */
    public boolean isProgram(UUID programUuid) {
        return sql.first("select from program where program_uuid = ?", row -> true, programUuid)
                .isPresent();
    }

    /** The configuration, whatever its {@code enabled} says. */
    public Optional<StoredLti> find(LtiSubject subject) {
        return sql.first(
                "select * from program_lti where kind = ? and program_uuid = ?",
                LtiRow::stored,
                subject.kind().slug(),
                subject.programUuid());
    }

    /**
     * The versions, newest first. What was written only to tell who removed the configuration, or to erase a person's name, is no
     * version.
     *
     * @param before only those older than the one with this id; null starts with the newest
     */
    public List<Version> history(LtiSubject subject, @Nullable Long before, int limit) {
        return sql.query(
                """
                select * from (
                    select h.*, lag(version) over (order by history_id) as version_before
                    from program_lti_history h where kind = ? and program_uuid = ?) h
                where history_id < ? and not (history_operation = '~' and version is not distinct from version_before)
                order by history_id desc limit ?
                """,
                row -> new Version(
                        row.getLong("history_id"),
                        Row.instant(row, "history_at"),
                        Row.text(row, "history_operation"),
                        LtiRow.stored(row),
                        Row.text(row, "changed_by"),
                        row.getString("change_reason")),
                subject.kind().slug(),
                subject.programUuid(),
                before == null ? Long.MAX_VALUE : before,
                limit);
    }
}
