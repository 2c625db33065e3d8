package org.laurel.enrollment.bulk.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import org.laurel.enrollment.bulk.domain.BulkOrder;
import org.laurel.kit.sql.Sql;

/** Long lists, without their rows. */
@ApplicationScoped
public class BulkRunTable {

    private final Sql sql;
    private final ObjectMapper json;

    BulkRunTable(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Opens a list and returns its id. */
    public long open(BulkOrder order, Instant now) {
        return sql.first(
                        """
                        insert into bulk_enrollment (action, mode, auto_enroll, reason, role, authority, row_count, state,
                            counts, created_at, created_by, cause_id)
                        values (?, ?, ?, ?, ?, ?, 0, 'open', '{}', ?, ?, ?) returning id
                        """,
                        row -> row.getLong(1),
                        order.action().word(),
                        order.mode(),
                        order.autoEnroll(),
                        order.cause().reason(),
                        order.role(),
                        order.authority().name(),
                        now,
                        order.cause().by(),
                        order.cause().id())
                .orElseThrow();
    }

    /** Its rows are complete and a job works them off. */
    public void run(long id, long rows, long jobId) {
        sql.update(
                "update bulk_enrollment set row_count = ?, job_id = ?, state = 'running' where id = ?",
                rows,
                jobId,
                id);
    }

    /** It has ended. */
    public void end(long id, String state, Map<String, Long> counts, Instant now) {
        sql.update(
                "update bulk_enrollment set state = ?, counts = ?::jsonb, finished_at = ? where id = ?",
                state,
                write(counts),
                now,
                id);
    }

    /** Drops lists that ended before the given time, and what they say of people; returns how many there were. */
    public int drop(Instant before) {
        sql.update("""
                delete from bulk_enrollment_row r using bulk_enrollment b
                where b.id = r.bulk_id and b.finished_at < ?
                """, before);
        return sql.update("delete from bulk_enrollment where finished_at < ?", before);
    }

    private String write(Map<String, Long> counts) {
        try {
            return json.writeValueAsString(counts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
