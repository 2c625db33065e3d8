package org.laurel.bridge.outbound.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import org.laurel.bridge.outbound.db.WaitingPrograms;

/** Shows how many credentials of programs wait for somebody to tell who their learners are, and how long. Read every 15 seconds. */
@Singleton
class WaitingMetrics {

    private final WaitingPrograms waiting;
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong oldest = new AtomicLong();

    WaitingMetrics(WaitingPrograms waiting, MeterRegistry metrics) {
        this.waiting = waiting;
        metrics.gauge("laurel.openedx.waiting.programs", count);
        metrics.gauge("laurel.openedx.waiting.oldest.seconds", oldest);
    }

    @Scheduled(every = "15s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        WaitingPrograms.Backlog backlog = waiting.backlog();
        count.set(backlog.count());
        oldest.set(backlog.oldest());
    }
}
