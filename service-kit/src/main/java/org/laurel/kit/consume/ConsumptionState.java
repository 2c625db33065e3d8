package org.laurel.kit.consume;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.brake.BrakeEngaged;

/** What this replica's consumption waits for, beyond what {@link ConsumptionHold} knows of all of them. */
@Singleton
class ConsumptionState {

    private final Clock clock;
    private final ConsumptionMetrics metrics;
    private volatile @Nullable Waiting waiting;

    ConsumptionState(Clock clock, ConsumptionMetrics metrics) {
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * Why the current poll waits.
     *
     * @param state {@code braked}, {@code paused} or {@code stalled}
     */
    record Waiting(String state, Instant since, String reason) {}

    Optional<Waiting> waiting() {
        return Optional.ofNullable(waiting);
    }

    /** The poll waits for the release of a brake. */
    void braked(BrakeEngaged brake) {
        waitsFor("braked", brake.waitsFor());
    }

    /** The poll waits for an operator. */
    void held(ConsumptionHold.Hold hold) {
        waitsFor(hold.state(), String.valueOf(hold.reason()));
    }

    /** The poll waits for infrastructure. */
    void stalled() {
        waitsFor("stalled", "the database or another part that is needed does not answer");
    }

    void running() {
        waiting = null;
        metrics.waiting(false, false);
    }

    private void waitsFor(String state, String reason) {
        Waiting known = waiting;
        if (known == null || !known.state().equals(state) || !known.reason().equals(reason)) {
            waiting = new Waiting(state, clock.instant(), reason);
        }
        boolean stalled = state.equals("stalled");
        metrics.waiting(stalled, !stalled);
    }
}
