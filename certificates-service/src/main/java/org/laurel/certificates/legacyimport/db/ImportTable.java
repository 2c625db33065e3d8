package org.laurel.certificates.legacyimport.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.legacyimport.domain.ImportFormat;
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
            @Nullable ImportFormat format,
            @Nullable List<String> header,
            boolean announce,
            boolean dryRun,
            @Nullable Long jobId,
            String createdBy,
            String causeId) {

        /** Whether it takes parts. */
        public boolean isOpen() {
            return state.equals("open");
        }
    }

    /** A part that is there. */
    public record Part(int number, String sha256, long size, long rows) {}

    /** Opens an import. */
    public long open(boolean announce, boolean dryRun, Instant at, Cause cause) {
        return sql.first("""
                        insert into legacy_import (announce, dry_run, created_at, created_by, cause_id)
                        values (?, ?, ?, ?, ?) returning id
                        """, row -> row.getLong(1), announce, dryRun, at, cause.by(), cause.id())
                .orElseThrow();
    }

    /** The job of an import, null when it has none; empty when there is no such import. */
    public Optional<JobOf> jobOf(long id) {
        return sql.first(
                "select job_id from legacy_import where id = ?", row -> new JobOf(Row.longOrNull(row, "job_id")), id);
    }

    /** A job's id, null for none. */
    public record JobOf(@Nullable Long id) {}

    /** Locks an import: parts, start and end of it follow one another. */
    public Optional<Locked> lock(long id) {
        return sql.first(
                "select * from legacy_import where id = ? for update",
                row -> {
                    String format = row.getString("format");
                    java.sql.Array header = row.getArray("header");
                    return new Locked(
                            row.getLong("id"),
                            Row.text(row, "state"),
                            format == null ? null : ImportFormat.of(format),
                            header == null ? null : List.of((String[]) header.getArray()),
                            row.getBoolean("announce"),
                            row.getBoolean("dry_run"),
                            Row.longOrNull(row, "job_id"),
                            Row.text(row, "created_by"),
                            Row.text(row, "cause_id"));
                },
                id);
    }

    /** Keeps how the rows are written. */
    public void shape(long id, ImportFormat format, @Nullable List<String> header) {
        sql.update(
                "update legacy_import set format = ?, header = ?::text[] where id = ?",
                format.slug(),
                header == null ? null : header.toArray(String[]::new),
                id);
    }

    /** The parts of an import, in order. */
    public List<Part> parts(long id) {
        return sql.query(
                "select * from legacy_import_part where import_id = ? order by number",
                row -> new Part(
                        row.getInt("number"), Row.text(row, "sha256"), row.getLong("size"), row.getLong("row_count")),
                id);
    }

    /** Adds a part. */
    public void add(long id, Part part, Instant at) {
        sql.update("""
                insert into legacy_import_part (import_id, number, sha256, size, row_count, received_at)
                values (?, ?, ?, ?, ?, ?)
                """, id, part.number(), part.sha256(), part.size(), part.rows(), at);
    }

    /** Notes the job that works an import off. */
    public void run(long id, long jobId) {
        sql.update("update legacy_import set state = 'running', job_id = ? where id = ?", jobId, id);
    }

    /** Ends an import; its problems stay, and its rows go with {@link ImportRows#drop}. */
    public void end(long id, String state, Map<String, Long> counts, Instant at) {
        try {
            sql.update("""
                    update legacy_import set state = ?, counts = ?::jsonb, finished_at = ?
                    where id = ? and state in ('open', 'running')
                    """, state, json.writeValueAsString(counts), at, id);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Open imports that nobody has started since a time. */
    public List<Long> forgottenSince(Instant time) {
        return sql.query("""
                select i.id from legacy_import i
                where i.state = 'open' and i.created_at < ? and not exists (
                    select 1 from legacy_import_part p where p.import_id = i.id and p.received_at >= ?)
                order by i.id limit 10
                """, row -> row.getLong(1), time, time);
    }

    /** An import that has ended and still has rows. */
    public Optional<Long> endedWithRows() {
        return sql.first("""
                select i.id from legacy_import i
                where i.state in ('done', 'cancelled')
                  and exists (select 1 from legacy_import_row r where r.import_id = i.id)
                limit 1
                """, row -> row.getLong(1));
    }
}
