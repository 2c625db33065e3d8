package org.laurel.certificates.legacyimport.app;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.laurel.certificates.legacyimport.db.ImportRows;
import org.laurel.certificates.legacyimport.db.ImportTable;

/** Ends imports that were opened and never started, and drops the rows of those that were cancelled: they are personal data. */
@ApplicationScoped
class ImportSweep {

    private static final Logger LOG = Logger.getLogger(ImportSweep.class);
    private static final Duration PATIENCE = Duration.ofDays(7);

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
            cancelling.apply(imports.forgottenSince(clock.instant().minus(PATIENCE)));
            for (Optional<Long> ended = imports.endedWithRows(); ended.isPresent(); ended = imports.endedWithRows()) {
                rows.drop(ended.get());
            }
        } catch (RuntimeException failure) {
            LOG.warnf("The sweep of imports waits for infrastructure: %s", failure);
        }
    }
}
