package org.laurel.kit.test;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.IntSupplier;

/** A client that comes back whenever the service has no room for it, as it does on a small machine when many ask at once. */
public final class PatientClient {

    private static final int BUSY = 503;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private PatientClient() {}

    /** The status of a request that is made until it is served. */
    public static int served(IntSupplier request) {
        return await().atMost(PATIENCE).pollDelay(Duration.ZERO).until(request::getAsInt, status -> status != BUSY);
    }
}
