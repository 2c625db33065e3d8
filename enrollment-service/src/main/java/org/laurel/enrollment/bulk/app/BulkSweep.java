package org.laurel.enrollment.bulk.app;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.enrollment.bulk.db.BulkRunTable;

/** Drops long lists some time after they have ended ({@code laurel.enrollment.bulk-retention}): they are personal data. */
@ApplicationScoped
class BulkSweep {

    private final BulkRunTable runs;
    private final Clock clock;
    private final Duration retention;

    BulkSweep(
            BulkRunTable runs,
            Clock clock,
            @ConfigProperty(name = "laurel.enrollment.bulk-retention", defaultValue = "P30D") Duration retention) {
        this.runs = runs;
        this.clock = clock;
        this.retention = retention;
    }

    @Scheduled(every = "1h", delayed = "3m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void sweep() {
        runs.drop(clock.instant().minus(retention));
    }
}
