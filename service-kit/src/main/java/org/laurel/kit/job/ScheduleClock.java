package org.laurel.kit.job;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.sql.Failures;

/**
 * Begins scheduled jobs that are due. The row of a schedule is locked while it begins, and its next time commits together
 * with the job, so each time has one run however many replicas look.
 */
@Singleton
class ScheduleClock {

    private static final Logger LOG = Logger.getLogger(ScheduleClock.class);

    private final JobSchedules schedules;
    private final Jobs jobs;
    private final Map<String, ScheduledStart> starts;

    ScheduleClock(JobSchedules schedules, Jobs jobs, @All List<ScheduledStart> starts) {
        this.schedules = schedules;
        this.jobs = jobs;
        this.starts = starts.stream().collect(Collectors.toMap(ScheduledStart::kind, Function.identity()));
    }

    @Scheduled(every = "${laurel.jobs.every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        try {
            while (beginOne()) {}
        } catch (RuntimeException failure) {
            LOG.warnf("Scheduled jobs wait for infrastructure: %s", failure);
        }
    }

    private boolean beginOne() {
        var taken = new Taken();
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                Optional<JobSchedule> due = schedules.takeDue();
                due.ifPresent(schedule -> {
                    taken.schedule = schedule;
                    schedules.began(schedule, start(schedule).orElse(null), null);
                });
                return due.isPresent();
            });
        } catch (RuntimeException failure) {
            JobSchedule schedule = taken.schedule;
            if (schedule == null || Failures.isTransient(failure)) {
                throw failure;
            }
            LOG.errorf(failure, "Schedule %d could not begin", schedule.id());
            QuarkusTransaction.requiringNew().run(() -> schedules.began(schedule, null, reason(failure)));
            return true;
        }
    }

    private Optional<Long> start(JobSchedule schedule) {
        ScheduledStart own = starts.get(schedule.kind());
        return own != null
                ? own.start(schedule)
                : Optional.of(jobs.begin(
                        schedule.kind(), schedule.subject(), schedule.parameters(), null, schedule.createdBy()));
    }

    private static String reason(RuntimeException failure) {
        return failure instanceof ProblemException problem ? problem.problem().detail() : Failures.describe(failure);
    }

    /** What the transaction that failed had taken. */
    private static final class Taken {
        private @Nullable JobSchedule schedule;
    }
}
