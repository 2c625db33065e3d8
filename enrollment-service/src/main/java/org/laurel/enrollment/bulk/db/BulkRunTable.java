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

    private static final int DROPPED = 20_000;

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

    /**
     * Drops rows of lists that ended before the given time, many at a time: they are personal data.
     *
     * @return whether there may be more
     */
    public boolean dropRows(Instant before) {
        return sql.update("""
                        delete from bulk_enrollment_row r using (
                            select w.bulk_id, w.line from bulk_enrollment_row w join bulk_enrollment b on b.id = w.bulk_id
                            where b.finished_at < ? limit ?) t
                        where r.bulk_id = t.bulk_id and r.line = t.line
                        """, before, DROPPED) == DROPPED;
    }

    /** Drops lists that ended before the given time and have no rows any more. */
    public void dropLists(Instant before) {
        sql.update("""
                delete from bulk_enrollment b where b.finished_at < ?
                and not exists (select 1 from bulk_enrollment_row r where r.bulk_id = b.id)
                """, before);
    }

    private String write(Map<String, Long> counts) {
        try {
            return json.writeValueAsString(counts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
