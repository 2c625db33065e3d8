package org.laurel.measuring;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waiting that looks often enough not to lengthen what is measured, and gives up only when nothing moves any more. */
public final class Waiting {

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private Waiting() {}

    /** Waits until the condition holds. */
    public static void until(Callable<Boolean> condition) {
        await().pollInterval(LOOK_EVERY).atMost(PATIENCE).until(condition);
    }
}
