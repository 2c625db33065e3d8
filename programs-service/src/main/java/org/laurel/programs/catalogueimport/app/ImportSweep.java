package org.laurel.programs.catalogueimport.app;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.laurel.programs.catalogueimport.db.ImportItems;
import org.laurel.programs.catalogueimport.db.ImportTable;

/**
 * Ends imports that were opened and never started, and drops what nobody needs any more: items that will never be worked off at
 * once, and what became of the others after {@link #REPORTS}.
 */
@ApplicationScoped
public class ImportSweep {

    private static final Logger LOG = Logger.getLogger(ImportSweep.class);
    private static final Duration PATIENCE = Duration.ofDays(7);
    private static final Duration REPORTS = Duration.ofDays(90);

    private final ImportTable imports;
    private final ImportItems items;
    private final ImportCancelling cancelling;
    private final Clock clock;

    ImportSweep(ImportTable imports, ImportItems items, ImportCancelling cancelling, Clock clock) {
        this.imports = imports;
        this.items = items;
        this.cancelling = cancelling;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        try {
            sweep(clock.instant());
        } catch (RuntimeException failure) {
            LOG.warnf("The sweep of catalogue imports waits for infrastructure: %s", failure);
        }
    }

    /** Sweeps as of a time. */
    public void sweep(Instant now) {
        cancelling.apply(imports.forgottenSince(now.minus(PATIENCE)));
        while (items.dropLeftOver()) {}
        while (items.dropReports(now.minus(REPORTS))) {}
    }
}
