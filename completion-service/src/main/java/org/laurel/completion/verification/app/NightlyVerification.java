package org.laurel.completion.verification.app;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.completion.verification.domain.Verification;

/** Starts a verification of a sample every night, one for all replicas. It repairs nothing: somebody should look. */
@ApplicationScoped
public class NightlyVerification {

    private final VerificationStart start;
    private final int sample;
    private final Clock clock;

    NightlyVerification(
            VerificationStart start,
            @ConfigProperty(name = "laurel.completion.verify.sample") int sample,
            Clock clock) {
        this.start = start;
        this.sample = sample;
        this.clock = clock;
    }

    /** Starts tonight's, unless the sample is empty. */
    @Scheduled(cron = "${laurel.completion.verify.cron}", timeZone = "UTC")
    public void begin() {
        if (sample > 0) {
            start.apply(List.of(new StartVerification(
                    new Verification.Scope(null, null, sample, Verification.Numbers.LEARNERS),
                    List.of(),
                    false,
                    clock.instant().atZone(ZoneOffset.UTC).toLocalDate(),
                    "nightly")));
        }
    }
}
