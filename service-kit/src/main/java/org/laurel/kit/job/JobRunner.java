package org.laurel.kit.job;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.laurel.kit.sql.Failures;

/**
 * Works jobs off, oldest first, one chunk per transaction. The chunk, its cursor and its events commit together, so after a
 * crash a job goes on where it was, without repeating or skipping anything.
 */
@Singleton
class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class);

    private final Jobs jobs;
    private final Map<String, JobStep> steps;
    private volatile boolean stopping;

    JobRunner(Jobs jobs, @All List<JobStep> steps) {
        this.jobs = jobs;
        this.steps = steps.stream().collect(Collectors.toMap(JobStep::kind, Function.identity()));
    }

    @Scheduled(every = "${laurel.jobs.every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        try {
            while (!stopping && runChunk()) {}
        } catch (RuntimeException failure) {
            LOG.warnf("Jobs wait for infrastructure: %s", failure);
        }
    }

    /** Lets the chunk that runs now be the last. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    private boolean runChunk() {
        long[] taken = {0};
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                var job = jobs.take();
                if (job.isEmpty()) {
                    return false;
                }
                taken[0] = job.get().id();
                if (job.get().state().equals("waiting")) {
                    jobs.start(taken[0]);
                    return true;
                }
                jobs.advance(
                        job.get().id(),
                        step(job.get()).advance(job.get().subject(), job.get().cursor()));
                return true;
            });
        } catch (RuntimeException failure) {
            if (taken[0] == 0) {
                throw failure;
            }
            LOG.errorf(failure, "A chunk of job %d failed", taken[0]);
            jobs.fail(taken[0], Failures.describe(failure), Failures.isTransient(failure));
            return true;
        }
    }

    private JobStep step(Job job) {
        JobStep step = steps.get(job.kind());
        if (step == null) {
            throw new IllegalStateException("no step for jobs of kind " + job.kind());
        }
        return step;
    }
}
