package org.laurel.enrollment.bulk.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.bulk.domain.BulkAction;
import org.laurel.enrollment.bulk.domain.BulkOrder;
import org.laurel.enrollment.bulk.domain.BulkRun;
import org.laurel.enrollment.enrollment.domain.Authority;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Finds long lists and what became of their rows. */
@ApplicationScoped
public class BulkRunQueries {

    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};

    private final Sql sql;
    private final ObjectMapper json;

    BulkRunQueries(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** A row and what became of it; null before that is known. */
    public record RowResult(
            long row,
            String identifier,
            String courseId,
            @Nullable String outcome,
            @Nullable String beforeState,
            @Nullable String beforeMode,
            @Nullable String afterState,
            @Nullable String afterMode,
            @Nullable String stateTransition) {}

    /** A list by its id. */
    public Optional<BulkRun> find(long id) {
        return sql.first("select * from bulk_enrollment where id = ? and job_id is not null", this::run, id);
    }

    /** Lists with an id below the given one, newest first; of one person only, if given. */
    public List<BulkRun> before(long id, @Nullable String createdBy, int limit) {
        return sql.query("""
                select * from bulk_enrollment
                where id < ? and job_id is not null and created_by = coalesce(?::text, created_by)
                order by id desc limit ?
                """, this::run, id, createdBy, limit);
    }

    /** The rows of a list after the given one, in their order. */
    public List<RowResult> rows(long id, long after, int limit) {
        return sql.query(
                "select * from bulk_enrollment_row where bulk_id = ? and line > ? order by line limit ?",
                row -> new RowResult(
                        row.getLong("line"),
                        Row.text(row, "identifier"),
                        Row.text(row, "course_id"),
                        row.getString("outcome"),
                        row.getString("before_state"),
                        row.getString("before_mode"),
                        row.getString("after_state"),
                        row.getString("after_mode"),
                        row.getString("state_transition")),
                id,
                after,
                limit);
    }

    private BulkRun run(ResultSet row) throws SQLException {
        Cause cause =
                Cause.of(Row.text(row, "created_by"), Row.text(row, "cause_id")).because(row.getString("reason"));
        BulkOrder order = new BulkOrder(
                BulkAction.of(Row.text(row, "action")).orElseThrow(),
                row.getString("mode"),
                row.getBoolean("auto_enroll"),
                row.getString("role"),
                Authority.valueOf(Row.text(row, "authority")),
                cause);
        return new BulkRun(
                row.getLong("id"),
                order,
                Row.text(row, "state"),
                row.getLong("row_count"),
                counts(Row.text(row, "counts")),
                row.getLong("job_id"),
                Row.instant(row, "created_at"),
                Row.instantOrNull(row, "finished_at"));
    }

    private Map<String, Long> counts(String text) {
        try {
            return json.readValue(text, COUNTS);
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
