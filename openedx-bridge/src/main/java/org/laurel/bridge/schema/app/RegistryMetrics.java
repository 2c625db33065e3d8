package org.laurel.bridge.schema.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/** Shows for how long the schema registry has not answered, and how many ids of schemas are waited for. Read every 15 seconds. */
@Singleton
class RegistryMetrics {

    private final RegistryAbsence absence;
    private final SchemaIds ids;
    private final AtomicLong away = new AtomicLong();
    private final AtomicLong awaited = new AtomicLong();

    RegistryMetrics(RegistryAbsence absence, SchemaIds ids, MeterRegistry metrics) {
        this.absence = absence;
        this.ids = ids;
        metrics.gauge("laurel.openedx.registry.away.seconds", away);
        metrics.gauge("laurel.openedx.schema.ids.awaited", awaited);
    }

    @Scheduled(every = "15s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        away.set(absence.awayFor().toSeconds());
        awaited.set(ids.awaited());
    }
}
