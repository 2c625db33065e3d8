package org.laurel.enrollment.bulk.app;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.laurel.enrollment.bulk.db.BulkRunTable;

/**
 * Drops long lists some time after they have ended ({@code laurel.enrollment.bulk-retention}): they are personal data. Their
 * rows go many at a time, so that no statement lasts long.
 */
@ApplicationScoped
class BulkSweep {

    private static final Logger LOG = Logger.getLogger(BulkSweep.class);

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
    void sweep() {
        try {
            Instant before = clock.instant().minus(retention);
            while (runs.dropRows(before)) {}
            runs.dropLists(before);
        } catch (RuntimeException failure) {
            LOG.warnf("The sweep of long lists waits for infrastructure: %s", failure);
        }
    }
}
