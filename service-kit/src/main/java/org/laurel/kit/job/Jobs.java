package org.laurel.kit.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.sql.Sql;

/** The queue of jobs. Submitting is part of the caller's transaction, so a job exists if and only if its reason commits. */
@ApplicationScoped
public class Jobs {

    private final Sql sql;
    private final JobRows rows;
    private final JobSteps steps;
    private final Event<JobQueued> queued;

    Jobs(Sql sql, JobRows rows, JobSteps steps, Event<JobQueued> queued) {
        this.sql = sql;
        this.rows = rows;
        this.steps = steps;
        this.queued = queued;
    }

    /**
     * Submits a job, unless one of the same kind and subject waits already: it will see everything when it starts. The
     * waiting row stays locked until the caller commits, so that the job cannot start without the caller's changes.
     *
     * @return the id of the job that waits then
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public long submit(String kind, String subject, String by) {
        return insert(kind, List.of(subject), by).getFirst();
    }

    /** Submits a job for each of the subjects, which must differ, in one statement. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void submit(String kind, Collection<String> subjects, String by) {
        insert(kind, subjects, by);
    }

    private List<Long> insert(String kind, Collection<String> subjects, String by) {
        List<Long> ids = sql.query("""
                insert into job (kind, subject, created_by) select ?, s, ? from unnest(?::text[]) s order by s
                on conflict (kind, subject) where state = 'waiting' do update set changed_at = excluded.changed_at
                returning id
                """, row -> row.getLong(1), kind, by, subjects.toArray(String[]::new));
        queued.fire(new JobQueued());
        return ids;
    }

    /**
     * Begins a job of its own, whatever else waits or runs. It is running as soon as the caller commits.
     *
     * @param parameters what its step has to know, written as JSON
     * @param total how many items there are, null when the step will count them and tell {@link #total}
     * @return its id
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public long begin(String kind, String subject, Object parameters, @Nullable Long total, String by) {
        long id = sql.first("""
                        insert into job (kind, subject, state, parameters, total, created_by)
                        values (?, ?, 'running', ?::jsonb, ?, ?) returning id
                        """, row -> row.getLong(1), kind, subject, rows.write(parameters), total, by)
                .orElseThrow();
        queued.fire(new JobQueued());
        return id;
    }

    /**
     * Begins a job unless one of the same kind and subject is open. Two callers at once cannot both begin one.
     *
     * @return its id, empty when {@link #openOf} has the one that is in the way
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Long> beginUnlessOpen(
            String kind, String subject, Object parameters, @Nullable Long total, String by) {
        lock(kind, subject);
        return openOf(kind, subject).isPresent()
                ? Optional.empty()
                : Optional.of(begin(kind, subject, parameters, total, by));
    }

    /**
     * Begins a job unless one of the same kind and subject is open, and then joins that one. Two callers at once cannot both
     * begin one, and a job that ends meanwhile is joined or is not in the way.
     *
     * @return the id of the job that is begun or joined
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public long beginOrJoin(String kind, String subject, Object parameters, @Nullable Long total, String by) {
        lock(kind, subject);
        return openOf(kind, subject).map(Job::id).orElseGet(() -> begin(kind, subject, parameters, total, by));
    }

    /** A job, empty when there is none of this id (any more). */
    public Optional<Job> find(long id) {
        return sql.first("select * from job where id = ?", rows::job, id);
    }

    /** Those of the jobs that there are, by id; one statement, and none for no ids. */
    public Map<Long, Job> find(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : sql
                        .query("select * from job where id = any(?)", rows::job, (Object) ids.toArray(Long[]::new))
                        .stream()
                        .collect(Collectors.toUnmodifiableMap(Job::id, Function.identity()));
    }

    /** The oldest job of this kind and subject that waits, runs or is paused. */
    public Optional<Job> openOf(String kind, String subject) {
        return sql.first("""
                select * from job where kind = ? and subject = ? and state in ('waiting', 'running', 'paused')
                order by id limit 1
                """, rows::job, kind, subject);
    }

    /** The oldest job of this kind and subject that is paused; others may be open beside it. */
    public Optional<Job> pausedOf(String kind, String subject) {
        return sql.first(
                "select * from job where kind = ? and subject = ? and state = 'paused' order by id limit 1",
                rows::job,
                kind,
                subject);
    }

    /** Jobs of this kind that have changed within the given time, oldest first. Costs a look at all jobs that are kept. */
    public List<Job> changedWithin(String kind, Duration time) {
        return sql.query(
                "select * from job where kind = ? and changed_at > now() - ? * interval '1 millisecond' order by id",
                rows::job,
                kind,
                time.toMillis());
    }

    /** Jobs with an id below the given one, newest first. */
    public List<Job> before(long id, int limit) {
        return sql.query("select * from job where id < ? order by id desc limit ?", rows::job, id, limit);
    }

    /** Tells how many items a job has. */
    @Transactional
    public void total(long id, long items) {
        sql.update("update job set total = ?, changed_at = now() where id = ?", items, id);
    }

    /**
     * Pauses or resumes a job that has not ended; false when there is no such job.
     *
     * @throws ProblemException 409 for a job that has failed while another of the same kind and subject is open: the other has
     *     begun since nothing was in its way, and two at once is what {@link #beginUnlessOpen} promises not to happen
     */
    @Transactional
    public boolean pause(long id, boolean paused) {
        find(id).ifPresent(this::requireWayFree);
        boolean steered = sql.update("""
                        update job set state = case when ? then 'paused' else 'running' end, failures = 0, changed_at = now()
                        where id = ? and state in ('waiting', 'running', 'paused', 'failed')
                        """, paused, id) > 0;
        queued.fire(new JobQueued());
        return steered;
    }

    private void requireWayFree(Job job) {
        lock(job.kind(), job.subject());
        // Read again: while we waited for the lock the job may have been opened, and then it is its own way.
        boolean failed = find(job.id()).map(Job::state).filter("failed"::equals).isPresent();
        if (failed) {
            openOf(job.kind(), job.subject()).ifPresent(other -> {
                throw new ProblemException(Problem.of(
                        409,
                        "another_job_open",
                        "Job " + other.id()
                                + " of the same kind and subject has begun since and has not ended. Wait for its end"
                                + " or cancel it, then let job " + job.id() + " go on; or cancel this one."));
            });
        }
    }

    /** Whoever begins or opens a job of this kind and subject waits for the end of our transaction. */
    private void lock(String kind, String subject) {
        sql.query(
                "select pg_advisory_xact_lock(hashtextextended('job:' || ? || ':' || ?, 0))",
                row -> true,
                kind,
                subject);
    }

    /**
     * Ends a job after its current chunk; what its chunks have done stays. Its step is told.
     *
     * @return false when there is no such job or it has ended already
     */
    @Transactional
    public boolean cancel(long id) {
        Optional<Job> cancelled = sql.first("""
                update job set state = 'cancelled', finished_at = clock_timestamp(), changed_at = now()
                where id = ? and state in ('waiting', 'running', 'paused', 'failed') returning *
                """, rows::job, id);
        cancelled.ifPresent(job -> steps.find(job.kind()).ifPresent(step -> step.finished(job)));
        return cancelled.isPresent();
    }

    /**
     * Sets the pause after each chunk of a job; zero for none.
     *
     * @return false when there is no such job or it has ended already
     */
    @Transactional
    public boolean throttle(long id, Duration pauseBetweenChunks) {
        return sql.update("""
                        update job set throttle_millis = ?, not_before = least(not_before, now() + ? * interval '1 millisecond'),
                                       changed_at = now()
                        where id = ? and state in ('waiting', 'running', 'paused', 'failed')
                        """, pauseBetweenChunks.toMillis(), pauseBetweenChunks.toMillis(), id) > 0;
    }
}
