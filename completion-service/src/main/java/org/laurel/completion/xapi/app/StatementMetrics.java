package org.laurel.completion.xapi.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.laurel.completion.xapi.db.StatementQuery;

/**
 * Shows statements that wait, the age of the oldest, and those that were set aside. Read every 15 seconds from the database, so
 * that all replicas tell the same, also after a restart.
 */
@Singleton
class StatementMetrics {

    private static final Logger LOG = Logger.getLogger(StatementMetrics.class);

    private final StatementQuery statements;
    private final MeterRegistry registry;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong oldest = new AtomicLong();
    private final AtomicLong setAside = new AtomicLong();

    StatementMetrics(StatementQuery statements, MeterRegistry registry) {
        this.statements = statements;
        this.registry = registry;
        show("laurel.xapi.waiting", waiting, "Statements that wait, at most " + StatementQuery.MOST);
        show("laurel.xapi.oldest.seconds", oldest, "How long the first statement that waits has been waiting");
        show("laurel.xapi.set.aside", setAside, "Statements that the LRS refused, at most " + StatementQuery.MOST);
    }

    private void show(String name, AtomicLong value, String description) {
        Gauge.builder(name, value, AtomicLong::get).description(description).register(registry);
    }

    @Scheduled(every = "15s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        StatementQuery.Backlog backlog = statements.backlog();
        waiting.set(backlog.waiting());
        oldest.set(backlog.oldestSeconds());
        setAside.set(backlog.setAside());
    }

    /** What is dropped for good leaves a trace. */
    void discarded(@Observes(during = TransactionPhase.AFTER_SUCCESS) StatementDiscarded event) {
        registry.counter("laurel.xapi", "outcome", "discarded").increment();
        LOG.warnf(
                "xAPI statement %s, set aside in place %d, is discarded by %s",
                event.statementId(), event.place(), event.by());
    }
}
