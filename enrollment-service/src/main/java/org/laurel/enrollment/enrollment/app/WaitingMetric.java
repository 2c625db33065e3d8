package org.laurel.enrollment.enrollment.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.laurel.enrollment.enrollment.db.PendingTable;

/** Shows how many enrollments wait for their learner, course run or mode. Read every minute. */
@Singleton
class WaitingMetric {

    private static final Logger LOG = Logger.getLogger(WaitingMetric.class);

    private final PendingTable pending;
    private final AtomicLong waiting = new AtomicLong();

    WaitingMetric(PendingTable pending, MeterRegistry registry) {
        this.pending = pending;
        registry.gauge("laurel.enrollment.waiting", waiting);
    }

    @Scheduled(every = "1m", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        try {
            waiting.set(pending.count());
        } catch (RuntimeException failure) {
            LOG.warnf("The number of waiting enrollments is unknown: %s", failure);
        }
    }
}
