package org.laurel.completion.xapi.app;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Hands the statements that wait to the outbox, whose relay publishes them. */
@Singleton
class TopicDelivery {

    private static final Logger LOG = Logger.getLogger(TopicDelivery.class);
    private static final int BATCH = 500;

    private final TopicForwarding forwarding;
    private final MeterRegistry metrics;
    private volatile boolean stopping;

    TopicDelivery(TopicForwarding forwarding, MeterRegistry metrics) {
        this.forwarding = forwarding;
        this.metrics = metrics;
    }

    /** Goes on until nothing waits or {@link #stop} is called. */
    @ActivateRequestContext
    void run() {
        try {
            int moved = BATCH;
            while (moved == BATCH && !stopping) {
                moved = forwarding.apply(BATCH);
                metrics.counter("laurel.xapi", "outcome", "sent").increment(moved);
            }
        } catch (RuntimeException | Error failure) {
            LOG.warnf("xAPI statements wait for infrastructure: %s", failure);
        }
    }

    /** Lets the batch that is being moved now be the last. */
    void stop() {
        stopping = true;
    }
}
