package org.laurel.kit.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Jobs that begin by the clock. Whichever replica looks first begins a due one, in one transaction with its next time. */
@ApplicationScoped
public class JobSchedules {

    private final Sql sql;
    private final JobRows rows;
    private final Clock clock;

    JobSchedules(Sql sql, JobRows rows, Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Adds a schedule. Times that pass while no service runs are made up for by one run.
     *
     * @param parameters what its jobs will be begun with, written as JSON
     * @return its id
     * @throws org.laurel.kit.problem.ProblemException 400 that names {@code cron} or {@code once_at} when that time never comes
     */
    @Transactional
    public long add(String kind, String subject, Object parameters, Timing timing, String by) {
        Instant next = timing.after(clock.instant()).orElseThrow(() -> switch (timing) {
            case Timing.Cron cron -> Timing.refused("cron", "cron names a time that never comes.");
            case Timing.Once once -> Timing.refused("once_at", "once_at has passed; name a later time.");
        });
        return sql.first(
                        """
                        insert into job_schedule (kind, subject, parameters, cron, zone, once_at, next_at, created_by)
                        values (?, ?, ?::jsonb, ?, ?, ?, ?, ?) returning id
                        """,
                        row -> row.getLong(1),
                        kind,
                        subject,
                        rows.write(parameters),
                        timing instanceof Timing.Cron cron ? cron.expression() : null,
                        timing instanceof Timing.Cron cron ? cron.zone().getId() : "UTC",
                        timing instanceof Timing.Once once ? once.at() : null,
                        next,
                        by)
                .orElseThrow();
    }

    /** A schedule, empty when there is none of this id. */
    public Optional<JobSchedule> find(long id) {
        return sql.first("select * from job_schedule where id = ?", this::schedule, id);
    }

    /** All schedules of a kind, oldest first; those of one subject when it is given. */
    public List<JobSchedule> list(String kind, @Nullable String subject) {
        return sql.query(
                "select * from job_schedule where kind = ? and (?::text is null or subject = ?) order by id",
                this::schedule,
                kind,
                subject,
                subject);
    }

    /** Removes a schedule; jobs that it began go on. False when there is none of this kind and id. */
    @Transactional
    public boolean remove(String kind, long id) {
        return sql.update("delete from job_schedule where kind = ? and id = ?", kind, id) > 0;
    }

    /** The schedule that is due for longest, locked; others do not wait for it. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<JobSchedule> takeDue() {
        return sql.first("""
                select * from job_schedule where enabled and next_at <= ? order by next_at, id limit 1 for update skip locked
                """, this::schedule, clock.instant());
    }

    /** Keeps what became of a due time, and sets the next one. */
    @Transactional(Transactional.TxType.MANDATORY)
    void began(JobSchedule schedule, @Nullable Long job, @Nullable String error) {
        Instant now = clock.instant();
        Instant next = schedule.cron() == null
                ? null
                : new Timing.Cron(schedule.cron(), schedule.zone()).after(now).orElse(null);
        sql.update(
                "update job_schedule set last_at = ?, last_job = ?, error = ?, next_at = ? where id = ?",
                now,
                job,
                error,
                next,
                schedule.id());
    }

    private JobSchedule schedule(ResultSet row) throws SQLException {
        return new JobSchedule(
                row.getLong("id"),
                Row.text(row, "kind"),
                Row.text(row, "subject"),
                rows.tree(Row.text(row, "parameters")),
                row.getString("cron"),
                ZoneId.of(Row.text(row, "zone")),
                Row.instantOrNull(row, "once_at"),
                Row.instantOrNull(row, "next_at"),
                row.getBoolean("enabled"),
                Row.instantOrNull(row, "last_at"),
                Row.longOrNull(row, "last_job"),
                row.getString("error"),
                Row.text(row, "created_by"),
                Row.instant(row, "created_at"));
    }
}
