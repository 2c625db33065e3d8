package org.laurel.completion.verification.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import org.laurel.completion.verification.db.VerificationQuery;

/**
 * Shows what the last verification found and left as it was. Read from the database, so that all replicas tell the same, also after
 * a restart.
 */
@Singleton
class VerificationMetrics {

    private final VerificationQuery verifications;
    private final AtomicLong differences = new AtomicLong();

    VerificationMetrics(VerificationQuery verifications, MeterRegistry registry) {
        this.verifications = verifications;
        registry.gauge("laurel.completion.differences.left", differences);
        registry.counter("laurel.completion.verified");
        registry.counter("laurel.completion.differences");
    }

    @Scheduled(every = "15s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        differences.set(verifications.leftByTheLast());
    }
}
