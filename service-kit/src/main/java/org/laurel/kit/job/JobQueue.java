package org.laurel.kit.job;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.laurel.kit.sql.Sql;

/** What the {@link JobRunner} does to jobs. */
@Singleton
class JobQueue {

    /** After this many failures in a row a job is given up and shown as failed. */
    static final int MOST_FAILURES = 5;

    private final Sql sql;
    private final JobRows rows;

    JobQueue(Sql sql, JobRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /**
     * The job whose turn it is, locked: while its chunk runs nobody else can take, pause or cancel it. Jobs take turns chunk
     * by chunk, so a long one keeps a short one waiting for a chunk and not for its end.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Job> take() {
        return sql.first("""
                select * from job where state in ('waiting', 'running') and not_before <= now()
                order by turn_at, id limit 1 for update skip locked
                """, rows::job);
    }

    /** Lets a waiting job run. It must commit before the first chunk reads, so that what comes later is a job of its own. */
    @Transactional(Transactional.TxType.MANDATORY)
    void start(long id) {
        sql.update("update job set state = 'running', changed_at = now() where id = ?", id);
    }

    /** Lets the others have their turn; the job stays where it is and is taken again a second later, at the earliest. */
    @Transactional(Transactional.TxType.MANDATORY)
    void hold(long id, String why) {
        sql.update("""
                update job set error = ?, turn_at = clock_timestamp(), not_before = clock_timestamp() + interval '1 second'
                where id = ?
                """, why, id);
    }

    /**
     * Moves the cursor, adds up the counts and lets the others have their turn. A step may have paused or cancelled its own
     * job in this chunk, and then that holds.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Job advance(long id, JobStep.Progress progress) {
        return sql.first(
                        """
                        update job set
                            state = case when state = 'cancelled' then state when ?::text is null then 'done' else state end,
                            cursor = ?, done = done + ?, failures = 0, error = null, changed_at = now(),
                            counts = (select coalesce(jsonb_object_agg(word, n), '{}')
                                      from (select word, sum(n::bigint) as n
                                            from (select * from jsonb_each_text(job.counts)
                                                  union all select * from jsonb_each_text(?::jsonb)) as one (word, n)
                                            group by word) as summed),
                            finished_at = case when ?::text is null or state = 'cancelled' then clock_timestamp() end,
                            turn_at = clock_timestamp(),
                            not_before = clock_timestamp() + throttle_millis * interval '1 millisecond'
                        where id = ? returning *
                        """,
                        rows::job,
                        progress.cursor(),
                        progress.cursor(),
                        (long) progress.done(),
                        rows.write(progress.counts()),
                        progress.cursor(),
                        id)
                .orElseThrow(() -> new IllegalStateException("job " + id + " is gone although its row was locked"));
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void fail(long id, String error, boolean passing) {
        sql.update("""
                update job set failures = failures + case when ? then 0 else 1 end, error = ?, changed_at = now(),
                    state = case when not ? and failures + 1 >= ? then 'failed' else state end,
                    turn_at = clock_timestamp(), not_before = now() + interval '1 second' * least(power(2, failures), 60)
                where id = ? and state in ('waiting', 'running')
                """, passing, error, passing, MOST_FAILURES, id);
    }
}
