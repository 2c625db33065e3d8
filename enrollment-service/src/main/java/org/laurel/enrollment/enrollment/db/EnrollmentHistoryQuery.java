package org.laurel.enrollment.enrollment.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.enrollment.domain.EnrollmentKey;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Reads what an enrollment was before. */
@ApplicationScoped
public class EnrollmentHistoryQuery {

    private final Sql sql;

    EnrollmentHistoryQuery(Sql sql) {
        this.sql = sql;
    }

    /**
     * How an enrollment stood since some time.
     *
     * @param id orders all versions
     * @param occurredAt business time of the change
     * @param recordedAt when it was stored
     */
    public record Version(
            long id,
            long version,
            String mode,
            boolean isActive,
            Instant occurredAt,
            Instant recordedAt,
            String changedBy,
            @Nullable String changeReason,
            String causeId) {}

    /** Versions after the given one, oldest first. */
    public List<Version> after(EnrollmentKey key, long id, int limit) {
        return sql.query(
                """
                select * from enrollment_history where learner_id = ? and course_key = ? and history_id > ?
                order by history_id limit ?
                """,
                row -> new Version(
                        row.getLong("history_id"),
                        row.getLong("version"),
                        Row.text(row, "mode"),
                        row.getBoolean("is_active"),
                        Row.instant(row, "occurred_at"),
                        Row.instant(row, "history_at"),
                        Row.text(row, "changed_by"),
                        row.getString("change_reason"),
                        Row.text(row, "cause_id")),
                key.learnerId().value(),
                key.courseKey().value(),
                id,
                limit);
    }
}
