package org.laurel.enrollment.mail.app;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import org.laurel.enrollment.mail.db.KeyTable;

/** Drops keys that expired long ago. */
@ApplicationScoped
class KeySweep {

    private static final Duration KEPT = Duration.ofDays(90);

    private final KeyTable keys;
    private final Clock clock;

    KeySweep(KeyTable keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Scheduled(every = "6h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void drop() {
        keys.dropExpiredBefore(clock.instant().minus(KEPT));
    }
}
