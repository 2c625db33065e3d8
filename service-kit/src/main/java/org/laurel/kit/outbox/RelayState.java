package org.laurel.kit.outbox;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How this replica's relay does. */
@Singleton
class RelayState {

    private final Clock clock;
    private volatile boolean leading;
    private volatile @Nullable Instant lastPublished;

    RelayState(Clock clock) {
        this.clock = clock;
    }

    void leads(boolean leads) {
        leading = leads;
    }

    void published() {
        lastPublished = clock.instant();
    }

    /** Whether it is the one that publishes. */
    boolean isLeading() {
        return leading;
    }

    /** When it published last, null when it has not since the start. */
    @Nullable Instant lastPublished() {
        return lastPublished;
    }
}
