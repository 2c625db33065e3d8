package org.laurel.kit.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** The queue of jobs. Submitting is part of the caller's transaction, so a job exists if and only if its reason commits. */
@ApplicationScoped
public class Jobs {

    /** After this many failures in a row a job is given up and shown as failed. */
    static final int MOST_FAILURES = 5;

    private final Sql sql;

    Jobs(Sql sql) {
        this.sql = sql;
    }

    /**
     * Submits a job, unless one of the same kind and subject waits already: it will see everything when it starts. The
     * waiting row stays locked until the caller commits, so that the job cannot start without the caller's changes.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void submit(String kind, String subject, String by) {
        sql.update("""
                insert into job (kind, subject, created_by) values (?, ?, ?)
                on conflict (kind, subject) where state = 'waiting' do update set changed_at = excluded.changed_at
                """, kind, subject, by);
    }

    /** Jobs with an id below the given one, newest first. */
    public List<Job> before(long id, int limit) {
        return sql.query("select * from job where id < ? order by id desc limit ?", Jobs::job, id, limit);
    }

    /** Pauses or resumes a job that is not done; false when there is no such job. */
    @Transactional
    public boolean pause(long id, boolean paused) {
        return sql.update("""
                        update job set state = case when ? then 'paused' else 'running' end, failures = 0, changed_at = now()
                        where id = ? and state in ('waiting', 'running', 'paused', 'failed')
                        """, paused, id) > 0;
    }

    /** The oldest job that may run, locked: while its chunk runs nobody else can take it. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Job> take() {
        return sql.first("""
                select * from job where state in ('waiting', 'running') and not_before <= now()
                order by id limit 1 for update skip locked
                """, Jobs::job);
    }

    /** Lets a waiting job run. It must commit before the first chunk reads, so that what comes later is a job of its own. */
    @Transactional(Transactional.TxType.MANDATORY)
    void start(long id) {
        sql.update("update job set state = 'running', changed_at = now() where id = ?", id);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void advance(long id, JobStep.Progress progress) {
        sql.update("""
                update job set state = case when ?::text is null then 'done' else 'running' end, cursor = ?, done = done + ?,
                               failures = 0, error = null, changed_at = now()
                where id = ?
                """, progress.cursor(), progress.cursor(), (long) progress.done(), id);
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void fail(long id, String error, boolean passing) {
        sql.update("""
                update job set failures = failures + case when ? then 0 else 1 end, error = ?, changed_at = now(),
                    state = case when not ? and failures + 1 >= ? then 'failed' else state end,
                    not_before = now() + interval '1 second' * least(power(2, failures), 60)
                where id = ?
                """, passing, error, passing, MOST_FAILURES, id);
    }

    private static Job job(ResultSet row) throws SQLException {
        return new Job(
                row.getLong("id"),
                Row.text(row, "kind"),
                Row.text(row, "subject"),
                Row.text(row, "state"),
                row.getString("cursor"),
                row.getLong("done"),
                row.getString("error"),
                Row.text(row, "created_by"),
                Row.instant(row, "created_at"),
                Row.instant(row, "changed_at"));
    }
}
