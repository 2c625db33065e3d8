package org.laurel.kit.consume;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts what became of consumed records, and shows whether consumption waits for infrastructure or for an operator: from the
 * start on, since an alert on a metric that is not there yet says nothing.
 */
@Startup
@Singleton
class ConsumptionMetrics {

    private final Counter handled;
    private final Counter repeated;
    private final Counter ignored;
    private final AtomicInteger stalled = new AtomicInteger();
    private final AtomicInteger held = new AtomicInteger();

    ConsumptionMetrics(MeterRegistry registry) {
        handled = registry.counter("laurel.events.consumed", "outcome", "handled");
        repeated = registry.counter("laurel.events.consumed", "outcome", "repeated");
        ignored = registry.counter("laurel.events.consumed", "outcome", "ignored");
        registry.gauge("laurel.events.stalled", stalled);
        registry.gauge("laurel.events.held", held);
    }

    void applied(Applied committed) {
        handled.increment(committed.handled());
        repeated.increment(committed.repeated());
    }

    void ignored(int count) {
        ignored.increment(count);
    }

    /** Whether the current poll waits for infrastructure, or for an operator. */
    void waiting(boolean forInfrastructure, boolean forOperator) {
        stalled.set(forInfrastructure ? 1 : 0);
        held.set(forOperator ? 1 : 0);
    }
}
