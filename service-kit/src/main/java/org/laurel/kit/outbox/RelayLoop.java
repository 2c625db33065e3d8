package org.laurel.kit.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one {@link Relay} going from start to shutdown on a thread of its own. Without the lead it asks again every second.
 * While the database or the broker is away it waits with growing pauses; rows stay in the outbox meanwhile.
 */
@Singleton
class RelayLoop {

    private static final Logger LOG = Logger.getLogger(RelayLoop.class);
    private static final int IDLE_MILLIS = 1_000;
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final RelayConnections connections;
    private final RelayState state;
    private final boolean enabled;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;
    private long pause = FIRST_PAUSE_MILLIS;

    RelayLoop(
            RelayConnections connections,
            RelayState state,
            @ConfigProperty(name = "laurel.relay.enabled", defaultValue = "true") boolean enabled) {
        this.connections = connections;
        this.state = state;
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        if (thread != null && !thread.join(GRACE)) {
            thread.interrupt(); // it waits for a broker that is away; the rows stay in the outbox
            thread.join(GRACE);
        }
        connections.close();
    }

    private void run() {
        while (!stopped(0)) {
            try (Relay relay = connections.open()) {
                while (!relay.lead()) {
                    if (stopped(IDLE_MILLIS)) {
                        return;
                    }
                }
                state.leads(true);
                publishUntilStopped(relay);
            } catch (SQLException | ExecutionException | RuntimeException | Error failure) {
                LOG.warnf("The outbox waits: %s", message(failure));
                connections.forgetProducer();
                if (stopped(pause)) {
                    return;
                }
                pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            } finally {
                state.leads(false);
            }
        }
    }

    private void publishUntilStopped(Relay relay) throws SQLException, ExecutionException, InterruptedException {
        while (!stopped(0)) {
            if (relay.publish() == 0) {
                relay.await(IDLE_MILLIS);
            } else {
                state.published();
            }
            pause = FIRST_PAUSE_MILLIS;
        }
    }

    private boolean stopped(long waitMillis) {
        try {
            return stopping.await(waitMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static String message(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return failure instanceof ExecutionException ? failure.getMessage() + ": " + root : root.toString();
    }
}
