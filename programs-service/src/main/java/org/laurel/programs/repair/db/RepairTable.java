package org.laurel.programs.repair.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.credential.domain.Repaired;
import org.laurel.programs.credential.domain.Repaired.Outcome;
import org.laurel.programs.repair.domain.RepairScope;

/** Keeps repairs. */
@ApplicationScoped
public class RepairTable {

    /** How many samples of each kind a dry run keeps. */
    private static final int SAMPLES = 20;

    private final Sql sql;
    private final RepairRow rows;

    RepairTable(Sql sql, RepairRow rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /** A repair that begins. */
    public record Begun(
            long id,
            long jobId,
            RepairScope scope,
            boolean awards,
            boolean revokes,
            boolean isDryRun,
            String by,
            @Nullable String reason,
            int chunkSize,
            Instant at) {}

    /** The id of the next repair. */
    public long nextId() {
        return sql.first("select nextval(pg_get_serial_sequence('repair', 'id'))", row -> row.getLong(1))
                .orElseThrow();
    }

    /** Adds a repair. */
    public void insert(Begun repair) {
        sql.update(
                """
                insert into repair (id, job_id, programs, course_runs, listed, awards, revokes, is_dry_run, created_by,
                                    change_reason, chunk_size, created_at)
                values (?, ?, ?, ?, ?::integer, ?, ?, ?, ?, ?, ?, ?)
                """,
                repair.id(),
                repair.jobId(),
                Column.texts(repair.scope().programs(), uuid -> uuid),
                Column.texts(repair.scope().courseRuns(), CourseKey::value),
                repair.scope().listed(),
                repair.awards(),
                repair.revokes(),
                repair.isDryRun(),
                repair.by(),
                repair.reason(),
                repair.chunkSize(),
                repair.at());
    }

    /** Keeps the list that a repair was started with. */
    public void keepList(long repairId, List<LearnerId> learners) {
        if (!learners.isEmpty()) {
            sql.update("""
                    insert into repair_learner (repair_id, learner_id)
                    select ?, learner_id from unnest(?::text[]) as t (learner_id) on conflict do nothing
                    """, repairId, Column.texts(learners, LearnerId::value));
        }
    }

    /** Keeps the first of each kind of what a dry run would do. */
    public void keepSamples(long repairId, List<Repaired> would) {
        List<Repaired> samples = would.stream()
                .filter(each -> each.outcome() == Outcome.AWARDED || each.outcome() == Outcome.REVOKED)
                .toList();
        if (!samples.isEmpty()) {
            sql.update(
                    """
                    insert into repair_sample (repair_id, kind, learner_id, program_uuid)
                    select ?, n.kind, n.learner_id, n.program_uuid
                    from (select t.kind, t.learner_id, t.program_uuid::uuid as program_uuid,
                                 row_number() over (partition by t.kind order by t.learner_id, t.program_uuid) as place
                          from unnest(?::text[], ?::text[], ?::text[]) as t (kind, learner_id, program_uuid)) n
                    where n.place + (select count(*) from repair_sample s where s.repair_id = ? and s.kind = n.kind) <= ?
                    on conflict do nothing
                    """,
                    repairId,
                    Column.texts(samples, sample -> sample.outcome().slug()),
                    Column.texts(samples, Repaired::learnerId),
                    Column.texts(samples, Repaired::programUuid),
                    repairId,
                    SAMPLES);
        }
    }

    /** Sets how many learners the next chunk takes; null for as many as ever. */
    public void reduce(long repairId, @Nullable Integer to) {
        sql.update("update repair set reduced_to = ?::integer where id = ?", to, repairId);
    }

    /** Keeps why a learner is left out. */
    public void leaveOut(long repairId, LearnerId learner, String error) {
        sql.update("""
                insert into repair_failure (repair_id, learner_id, error) values (?, ?, ?)
                on conflict (repair_id, learner_id) do update set error = excluded.error
                """, repairId, learner.value(), error);
    }

    /** Keeps what a job came to for its repair, and forgets the list. */
    public void finish(
            long jobId, String state, long done, @Nullable Long total, Map<String, Long> counts, Instant at) {
        sql.update("""
                with ended as (
                    update repair set state = ?, done = ?, total = ?::bigint, counts = ?::jsonb, finished_at = ?
                    where job_id = ? returning id)
                delete from repair_learner using ended where repair_id = ended.id
                """, state, done, total, rows.write(counts), at, jobId);
    }
}
