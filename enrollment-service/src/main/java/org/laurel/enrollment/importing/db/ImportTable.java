package org.laurel.enrollment.importing.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.importing.domain.ImportFormat;
import org.laurel.enrollment.importing.domain.RowKind;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Imports and their parts. */
@ApplicationScoped
public class ImportTable {

    private final Sql sql;
    private final ObjectMapper json;

    ImportTable(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * An import that is locked until the end of the transaction.
     *
     * @param header the columns of its CSV files, null before the first part and for JSON Lines
     */
    public record Locked(
            long id,
            String state,
            String kind,
            @Nullable ImportFormat format,
            @Nullable List<String> header,
            boolean dryRun,
            Instant createdAt,
            String createdBy,
            String causeId) {

        /** Whether it takes parts. */
        public boolean isOpen() {
            return state.equals("open");
        }
    }

    /** A part that is there. */
    public record Part(int number, RowKind kind, String fileName, String sha256, long size, long rows) {}

    /** A job's id, null for none. */
    public record JobOf(@Nullable Long id) {}

    /** Opens an import. */
    public long open(String kind, boolean dryRun, Instant at, Cause cause) {
        return sql.first("""
                        insert into data_import (kind, dry_run, created_at, created_by, cause_id)
                        values (?, ?, ?, ?, ?) returning id
                        """, row -> row.getLong(1), kind, dryRun, at, cause.by(), cause.id())
                .orElseThrow();
    }

    /** The job of an import, null when it has none; empty when there is no such import. */
    public Optional<JobOf> jobOf(long id) {
        return sql.first(
                "select job_id from data_import where id = ?", row -> new JobOf(Row.longOrNull(row, "job_id")), id);
    }

    /** Locks an import: parts, chunks and end of it follow one another. */
    public Optional<Locked> lock(long id) {
        return sql.first("select * from data_import where id = ? for update", ImportTable::locked, id);
    }

    /** Keeps how the rows are written. */
    public void shape(long id, ImportFormat format, @Nullable List<String> header) {
        sql.update(
                "update data_import set format = ?, header = ?::text[] where id = ?",
                format.slug(),
                header == null ? null : header.toArray(String[]::new),
                id);
    }

    /** The parts of an import, in order. */
    public List<Part> parts(long id) {
        return sql.query("select * from data_import_part where import_id = ? order by number", ImportTable::part, id);
    }

    /** A part. */
    public Optional<Part> part(long id, int number) {
        return sql.first(
                "select * from data_import_part where import_id = ? and number = ?", ImportTable::part, id, number);
    }

    /** Adds a part. */
    public void add(long id, Part part, Instant at) {
        sql.update(
                """
                insert into data_import_part (import_id, number, kind, file_name, sha256, size, row_count, received_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                part.number(),
                part.kind().slug(),
                part.fileName(),
                part.sha256(),
                part.size(),
                part.rows(),
                at);
    }

    /** Notes the job that works an import off. */
    public void run(long id, long jobId) {
        sql.update("update data_import set state = 'running', job_id = ? where id = ?", jobId, id);
    }

    /** Ends an import; what became of its rows stays. */
    public void end(long id, String state, Map<String, Long> counts, Instant at) {
        try {
            sql.update("""
                    update data_import set state = ?, counts = ?::jsonb, finished_at = ?
                    where id = ? and state in ('open', 'running')
                    """, state, json.writeValueAsString(counts), at, id);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Open imports that nobody has touched since a time. */
    public List<Long> forgottenSince(Instant time) {
        return sql.query("""
                select i.id from data_import i
                where i.state = 'open' and i.created_at < ? and not exists (
                    select 1 from data_import_part p where p.import_id = i.id and p.received_at >= ?)
                order by i.id limit 10
                """, row -> row.getLong(1), time, time);
    }

    private static Locked locked(ResultSet row) throws SQLException {
        String format = row.getString("format");
        Array header = row.getArray("header");
        return new Locked(
                row.getLong("id"),
                Row.text(row, "state"),
                Row.text(row, "kind"),
                format == null ? null : ImportFormat.of(format),
                header == null ? null : List.of((String[]) header.getArray()),
                row.getBoolean("dry_run"),
                Row.instant(row, "created_at"),
                Row.text(row, "created_by"),
                Row.text(row, "cause_id"));
    }

    private static Part part(ResultSet row) throws SQLException {
        return new Part(
                row.getInt("number"),
                RowKind.of(Row.text(row, "kind")).orElseThrow(),
                Row.text(row, "file_name"),
                Row.text(row, "sha256"),
                row.getLong("size"),
                row.getLong("row_count"));
    }
}
