package org.laurel.enrollment.importing.app;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.laurel.enrollment.importing.db.ImportRows;
import org.laurel.enrollment.importing.db.ImportTable;

/**
 * Ends imports that were opened and never started, and drops what nobody needs any more: rows that will never be worked off,
 * which are personal data, at once, and the rows of reports after {@link #REPORTS}.
 */
@ApplicationScoped
class ImportSweep {

    private static final Logger LOG = Logger.getLogger(ImportSweep.class);
    private static final Duration PATIENCE = Duration.ofDays(7);
    private static final Duration REPORTS = Duration.ofDays(90);

    private final ImportTable imports;
    private final ImportRows rows;
    private final ImportCancelling cancelling;
    private final Clock clock;

    ImportSweep(ImportTable imports, ImportRows rows, ImportCancelling cancelling, Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.cancelling = cancelling;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        try {
            Instant now = clock.instant();
            cancelling.apply(imports.forgottenSince(now.minus(PATIENCE)));
            while (rows.dropLeftOver()) {}
            while (rows.dropReports(now.minus(REPORTS))) {}
        } catch (RuntimeException failure) {
            LOG.warnf("The sweep of imports waits for infrastructure: %s", failure);
        }
    }
}
