package org.laurel.bridge.schema.app;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.laurel.bridge.openedx.registry.RegistryUnavailable;
import org.laurel.bridge.openedx.registry.SchemaRegistry;
import org.laurel.bridge.schema.db.SchemaTable;

/**
 * Registers the schemas that we write with, on a thread of its own: nobody waits for the registry in a transaction. What it says
 * is kept in our table before anybody uses it. It is asked again about once a minute, which Open edX's producers do not do: a
 * registry that lost its data gives other ids, and nobody could read what goes out with those of before. While it is away or
 * refuses, the id that it gave before holds, and it is asked again every half minute.
 */
@Singleton
class SchemaAsking {

    private static final Logger LOG = Logger.getLogger(SchemaAsking.class);
    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final SchemaIds ids;
    private final SchemaRegistry registry;
    private final SchemaTable table;
    private final RegistryAbsence absence;
    private final Clock clock;
    private @Nullable Thread thread;

    SchemaAsking(SchemaIds ids, SchemaRegistry registry, SchemaTable table, RegistryAbsence absence, Clock clock) {
        this.clock = clock;
        this.ids = ids;
        this.registry = registry;
        this.table = table;
        this.absence = absence;
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().name("schema-ids").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Asks once for everything that is open. */
    void ask() {
        for (OwnSchema schema : ids.open()) {
            try {
                ids.learn(schema, ask(schema));
            } catch (RegistryUnavailable failure) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                if (ids.learn(schema, failure)) {
                    LOG.errorf(
                            "Nothing can be written with the schema of %s: %s", schema.subject(), failure.getMessage());
                }
            }
        }
    }

    private SchemaIds.Known ask(OwnSchema schema) {
        return absence.ask(
                () -> registered(schema),
                () -> table.id(schema.subject(), schema.fingerprint()).map(SchemaIds.Known::before));
    }

    private SchemaIds.Known registered(OwnSchema schema) {
        int id = registry.register(schema.subject(), schema.text());
        QuarkusTransaction.requiringNew().run(() -> table.keepId(schema.subject(), schema.fingerprint(), id));
        return new SchemaIds.Known(id, false, clock.instant());
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                askAndGoOn();
                if (ids.wishes().tryAcquire(AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                    ids.wishes().drainPermits();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever goes wrong, it is tried again: without this thread nothing would ever be sent. */
    private void askAndGoOn() {
        try {
            ask();
        } catch (RuntimeException | Error failure) {
            LOG.warnf("Ids of schemas cannot be kept yet: %s", failure);
        }
    }
}
