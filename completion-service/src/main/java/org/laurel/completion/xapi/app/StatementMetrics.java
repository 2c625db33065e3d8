package org.laurel.completion.xapi.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import org.laurel.completion.xapi.db.StatementQuery;

/**
 * Shows statements that wait, the age of the oldest, and those that were set aside. Read every 15 seconds from the database, so
 * that all replicas tell the same, also after a restart.
 */
@Singleton
class StatementMetrics {

    private final StatementQuery statements;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong oldest = new AtomicLong();
    private final AtomicLong setAside = new AtomicLong();

    StatementMetrics(StatementQuery statements, MeterRegistry registry) {
        this.statements = statements;
        registry.gauge("laurel.xapi.waiting", waiting);
        registry.gauge("laurel.xapi.oldest.seconds", oldest);
        registry.gauge("laurel.xapi.set.aside", setAside);
    }

    @Scheduled(every = "15s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        StatementQuery.Backlog backlog = statements.backlog();
        waiting.set(backlog.waiting());
        oldest.set(backlog.oldestSeconds());
        setAside.set(backlog.setAside());
    }
}
