package org.laurel.programs.commerce.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Stops asking a shop that does not answer, so that pages do not wait for it: after some failures in a row nobody asks for a
 * while, then one does, and its answer decides. Safe for use by many threads.
 */
final class Circuit {

    private static final int MOST_FAILURES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Clock clock;
    private int failures;
    private Instant until = Instant.MIN;

    Circuit(Clock clock) {
        this.clock = clock;
    }

    /** Whether the shop may be asked now. Who is let through reports how it went. */
    synchronized boolean admits() {
        if (failures < MOST_FAILURES) {
            return true;
        }
        Instant now = clock.instant();
        if (now.isBefore(until)) {
            return false;
        }
        until = now.plus(PAUSE);
        return true;
    }

    synchronized void succeeded() {
        failures = 0;
    }

    synchronized void failed() {
        failures++;
        until = clock.instant().plus(PAUSE);
    }
}
