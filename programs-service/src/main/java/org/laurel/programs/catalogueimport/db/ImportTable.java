package org.laurel.programs.catalogueimport.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /** An import that is locked until the end of the transaction. */
    public record Locked(long id, String state, boolean dryRun, Cause cause) {

        /** Whether it takes parts. */
        public boolean isOpen() {
            return state.equals("open");
        }
    }

    /** A part that is there. */
    public record Part(int number, String sha256, long items) {}

    /** A job's id, null for none. */
    public record JobOf(@Nullable Long id) {}

    /** Opens an import. */
    public long open(boolean dryRun, Instant at, Cause cause) {
        return sql.first("""
                        insert into catalogue_import (dry_run, created_at, created_by, cause_id) values (?, ?, ?, ?)
                        returning id
                        """, row -> row.getLong(1), dryRun, at, cause.by(), cause.id())
                .orElseThrow();
    }

    /** The job of an import; empty when there is no such import. */
    public Optional<JobOf> jobOf(long id) {
        return sql.first(
                "select job_id from catalogue_import where id = ?",
                row -> new JobOf(Row.longOrNull(row, "job_id")),
                id);
    }

    /** Locks an import: parts, chunks and end of it follow one another. */
    public Optional<Locked> lock(long id) {
        return sql.first(
                "select * from catalogue_import where id = ? for update",
                row -> new Locked(
                        row.getLong("id"),
                        Row.text(row, "state"),
                        row.getBoolean("dry_run"),
                        Cause.of(Row.text(row, "created_by"), Row.text(row, "cause_id"))),
                id);
    }

    /** The parts of an import, in order. */
    public List<Part> parts(long id) {
        return sql.query(
                "select * from catalogue_import_part where import_id = ? order by number",
                row -> new Part(row.getInt("number"), Row.text(row, "sha256"), row.getLong("item_count")),
                id);
    }

    /** Adds a part. */
    public void add(long id, Part part, Instant at) {
        sql.update("""
                insert into catalogue_import_part (import_id, number, sha256, item_count, received_at)
                values (?, ?, ?, ?, ?)
                """, id, part.number(), part.sha256(), part.items(), at);
    }

    /** Notes the job that works an import off. */
    public void run(long id, long jobId) {
        sql.update("update catalogue_import set state = 'running', job_id = ? where id = ?", jobId, id);
    }

    /** Ends an import; what became of its items stays. */
    public void end(long id, String state, Map<String, Long> counts, Instant at) {
        try {
            sql.update("""
                    update catalogue_import set state = ?, counts = ?::jsonb, finished_at = ?
                    where id = ? and state in ('open', 'running')
                    """, state, json.writeValueAsString(counts), at, id);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Open imports that nobody has touched since a time. */
    public List<Long> forgottenSince(Instant time) {
        return sql.query("""
                select i.id from catalogue_import i
                where i.state = 'open' and i.created_at < ? and not exists (
                    select 1 from catalogue_import_part p where p.import_id = i.id and p.received_at >= ?)
                order by i.id limit 10
                """, row -> row.getLong(1), time, time);
    }
}
