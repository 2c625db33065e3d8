package org.laurel.certificates.generation.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.generation.domain.Selector;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;

/** Keeps generation runs. */
@ApplicationScoped
public class GenerationRunTable {

    private final Sql sql;
    private final GenerationRunRow rows;

    GenerationRunTable(Sql sql, GenerationRunRow rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /** A run that begins. */
    public record Begun(
            long jobId,
            CourseKey courseKey,
            String by,
            @Nullable String reason,
            Selector selector,
            int chunkSize,
            Instant at) {}

    /** Adds a run and returns its id. */
    public long insert(Begun run) {
        return sql.first(
                        """
                        insert into generation_run (job_id, course_key, generated_by, change_reason, is_regeneration, input,
                                                    chunk_size, created_at)
                        values (?, ?, ?, ?, ?, ?::jsonb, ?, ?) returning id
                        """,
                        row -> row.getLong(1),
                        run.jobId(),
                        run.courseKey().value(),
                        run.by(),
                        run.reason(),
                        run.selector().isRegeneration(),
                        rows.write(run.selector().input()),
                        run.chunkSize(),
                        run.at())
                .orElseThrow();
    }

    /** Keeps the list that a run was started with. */
    public void keepList(long runId, List<LearnerId> learners) {
        if (!learners.isEmpty()) {
            sql.update("""
                    insert into generation_run_learner (run_id, learner_id)
                    select ?, learner_id from unnest(?::text[]) as t (learner_id) on conflict do nothing
                    """, runId, Column.texts(learners, LearnerId::value));
        }
    }

    /** Sets how many learners the next chunk takes; null for as many as ever. */
    public void reduce(long runId, @Nullable Integer to) {
        sql.update("update generation_run set reduced_to = ?::integer where id = ?", to, runId);
    }

    /** Keeps why a learner is left out. */
    public void leaveOut(long runId, LearnerId learner, String error) {
        sql.update("""
                insert into generation_run_failure (run_id, learner_id, error) values (?, ?, ?)
                on conflict (run_id, learner_id) do update set error = excluded.error
                """, runId, learner.value(), error);
    }

    /** Keeps what a job came to for its run, and forgets the list. */
    public void finish(
            long jobId, String state, long done, @Nullable Long total, Map<String, Long> counts, Instant at) {
        sql.update("""
                with ended as (
                    update generation_run set state = ?, done = ?, total = ?::bigint, counts = ?::jsonb, finished_at = ?
                    where job_id = ? returning id)
                delete from generation_run_learner using ended where run_id = ended.id
                """, state, done, total, rows.write(counts), at, jobId);
    }
}
