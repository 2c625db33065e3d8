package org.laurel.kit.job;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.laurel.kit.sql.Failures;

/**
 * Follows jobs live. However many clients watch a job, it is read once per half second; nobody's watching costs nothing.
 */
@ApplicationScoped
public class JobProgress {

    private static final Logger LOG = Logger.getLogger(JobProgress.class);
    private static final Duration PERIOD = Duration.ofMillis(500);

    /** A look younger than this serves other watchers of the same job too. */
    private static final Duration FRESH = Duration.ofMillis(400);

    private final Jobs jobs;
    private final AtomicInteger watchers = new AtomicInteger();
    private final Map<Long, Look> looks = new ConcurrentHashMap<>();

    JobProgress(Jobs jobs, MeterRegistry metrics) {
        this.jobs = jobs;
        metrics.gauge("laurel.jobs.watchers", watchers);
    }

    private record Look(long nanos, Optional<Job> job) {

        boolean isFresh() {
            return System.nanoTime() - nanos < FRESH.toNanos();
        }
    }

    /**
     * The job now, again whenever its state, its count of items or its counts by outcome change, and every 15 seconds
     * unchanged, so that nothing on the way takes the connection for dead. Ends with the job, after its last state; of a
     * paused or failed job it waits for the resumption. While the database is away it waits too.
     */
    public Multi<Job> stream(long id) {
        return Multi.createFrom().deferred(() -> {
            watchers.incrementAndGet();
            return watch(id, new JobWatch());
        });
    }

    private Multi<Job> watch(long id, JobWatch watch) {
        return Multi.createFrom()
                .ticks()
                .every(PERIOD)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick ->
                        Uni.createFrom().item(() -> look(id)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .onItem()
                .transformToIterable(watch::tell)
                .select()
                .first(Optional::isPresent)
                .map(Optional::orElseThrow)
                .onTermination()
                .invoke(() -> {
                    watchers.decrementAndGet();
                    looks.remove(id);
                });
    }

    /** What is known of the job; {@link JobWatch#UNKNOWN} while the database is away. */
    private JobWatch.Seen look(long id) {
        try {
            Look look = looks.compute(
                    id,
                    (key, known) ->
                            known != null && known.isFresh() ? known : new Look(System.nanoTime(), jobs.find(key)));
            return new JobWatch.Seen(true, look.job().orElse(null));
        } catch (RuntimeException failure) {
            if (!Failures.isTransient(failure)) {
                throw failure;
            }
            LOG.debugf("Watching job %d waits for infrastructure: %s", id, failure);
            return JobWatch.UNKNOWN;
        }
    }
}
