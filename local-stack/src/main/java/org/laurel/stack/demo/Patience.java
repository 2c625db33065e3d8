package org.laurel.stack.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.laurel.stack.StackFailure;

/** Waits for what comes true in its own time, and not for ever. */
final class Patience {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Duration limit;
    private final CountDownLatch interruption = new CountDownLatch(1);

    Patience(Duration limit) {
        this.limit = limit;
    }

    /** Waits until all came true, in any order, and returns those that did not within the limit. */
    List<Expectation> await(List<Expectation> expectations) {
        List<Expectation> open = new ArrayList<>(expectations);
        long deadline = System.nanoTime() + limit.toNanos();
        open.removeIf(expectation -> expectation.holds().getAsBoolean());
        while (!open.isEmpty() && System.nanoTime() < deadline) {
            pause();
            open.removeIf(expectation -> expectation.holds().getAsBoolean());
        }
        return open;
    }

    private void pause() {
        try {
            if (interruption.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts this latch down");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while waiting.", "Run the command again.", interrupted);
        }
    }
}
