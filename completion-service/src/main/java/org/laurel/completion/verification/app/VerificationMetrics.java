package org.laurel.completion.verification.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.completion.verification.db.DifferencesLeft;
import org.laurel.completion.verification.db.VerificationQuery;

/**
 * Shows what verifications found and nobody has put right or looked at again since, and of the last one that looked at as many as those
 * of the night do, how long ago it was and how many learners were behind. Read from the database, so that all replicas tell the same,
 * also after a restart.
 */
@Singleton
class VerificationMetrics {

    private final DifferencesLeft left;
    private final VerificationQuery verifications;
    private final int sample;
    private final AtomicLong differences = new AtomicLong();
    private final AtomicLong behind = new AtomicLong();
    private final AtomicLong age = new AtomicLong();

    VerificationMetrics(
            DifferencesLeft left,
            VerificationQuery verifications,
            @ConfigProperty(name = "laurel.completion.verify.sample") int sample,
            MeterRegistry registry) {
        this.left = left;
        this.verifications = verifications;
        this.sample = sample;
        registry.gauge("laurel.completion.differences.left", differences);
        registry.gauge("laurel.completion.behind", behind);
        registry.gauge("laurel.completion.verification.age.seconds", age);
        registry.counter("laurel.completion.verified");
        registry.counter("laurel.completion.differences");
    }

    /** Where no samples are wanted none gets old. */
    @Scheduled(every = "15s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        differences.set(left.count());
        VerificationQuery.LastWide last = verifications.lastWide(sample);
        behind.set(last.behind());
        age.set(sample > 0 ? last.ageSeconds() : 0);
    }
}
