package org.laurel.kit.job;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.laurel.kit.sql.Failures;

/**
 * Works jobs off, in turn, one chunk per transaction. The chunk, its cursor and its events commit together, so after a crash
 * a job goes on where it was, without repeating or skipping anything, unless its step commits in between.
 */
@Singleton
class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class);

    private final JobQueue queue;
    private final JobSteps steps;
    private final ReentrantLock alone = new ReentrantLock();
    private volatile boolean stopping;

    JobRunner(JobQueue queue, JobSteps steps) {
        this.queue = queue;
        this.steps = steps;
    }

    /** Runs chunks until no job can run or {@link #stop} is called. This process runs one at a time. */
    void run() {
        alone.lock();
        try {
            while (!stopping && runChunk()) {}
        } catch (RuntimeException | Error failure) {
            LOG.warnf("Jobs wait for infrastructure: %s", failure);
        } finally {
            alone.unlock();
        }
    }

    /** Lets the chunk that runs now be the last. */
    void stop() {
        stopping = true;
    }

    @ActivateRequestContext
    boolean runChunk() {
        long[] taken = {0};
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                Optional<Job> job = queue.take();
                job.ifPresent(turn -> {
                    taken[0] = turn.id();
                    advance(turn);
                });
                return job.isPresent();
            });
        } catch (RuntimeException | Error failure) {
            if (taken[0] == 0) {
                throw failure;
            }
            LOG.errorf(failure, "A chunk of job %d failed", taken[0]);
            queue.fail(taken[0], Failures.describe(failure), Failures.isTransient(failure));
            return true;
        }
    }

    private void advance(Job job) {
        if (job.state().equals("waiting")) {
            queue.start(job.id());
            return;
        }
        JobStep step = steps.of(job.kind());
        Optional<String> obstacle = step.obstacle();
        if (obstacle.isPresent()) {
            queue.hold(job.id(), obstacle.get());
            return;
        }
        JobStep.Progress progress =
                step.advance(new JobStep.Chunk(job.id(), job.subject(), job.parameters(), job.cursor()));
        Job after = queue.advance(job.id(), progress);
        if (after.state().equals("done")) {
            step.finished(after);
        }
    }
}
