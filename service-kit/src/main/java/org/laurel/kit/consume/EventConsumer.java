package org.laurel.kit.consume;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.laurel.kit.brake.BrakeEngaged;
import org.laurel.kit.event.RawRecord;
import org.laurel.kit.sql.Failures;

/**
 * The service's one way in from Kafka. A poll is acknowledged when {@link EventBatch} has finished with all of it, as a rule in
 * one go ({@link PollParts}). While infrastructure is away the same is tried again with growing pauses, and while an operator
 * pauses consumption or a brake is engaged it waits; the connector has paused its partitions and keeps polling, so the group
 * does not rebalance however long that takes.
 */
@ApplicationScoped
public class EventConsumer {

    private static final Logger LOG = Logger.getLogger(EventConsumer.class);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final long LOOK_MILLIS = 1_000;
    private static final Duration GRACE = Duration.ofSeconds(12);

    private final EventBatch batch;
    private final ConsumptionHold hold;
    private final ConsumptionState state;
    private final HandledOffsets offsets;
    private final Duration grace;
    private final CountDownLatch stopping = new CountDownLatch(1);
    /** Held while a poll is handled, and for good once the service stops and no poll is being handled. */
    private final Semaphore handling = new Semaphore(1);
    /** Brakes that ended the last attempt; one thread at a time consumes, not always the same. */
    private volatile Set<String> awaited = Set.of();

    private volatile long lookedNanos = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS);

    @Inject
    EventConsumer(EventBatch batch, ConsumptionHold hold, ConsumptionState state, HandledOffsets offsets) {
        this(batch, hold, state, offsets, GRACE);
    }

    /**
     * As the service has it, but for the grace.
     *
     * @param grace how long a stop waits for the poll that is being handled
     */
    EventConsumer(
            EventBatch batch, ConsumptionHold hold, ConsumptionState state, HandledOffsets offsets, Duration grace) {
        this.grace = grace;
        this.batch = batch;
        this.hold = hold;
        this.state = state;
        this.offsets = offsets;
    }

    @Incoming("events")
    @Blocking
    void consume(ConsumerRecords<byte[], byte[]> poll) throws InterruptedException {
        if (isStopping() || !handling.tryAcquire()) {
            throw stopped();
        }
        try {
            handle(poll);
        } finally {
            handling.release();
        }
    }

    private void handle(ConsumerRecords<byte[], byte[]> poll) throws InterruptedException {
        List<RawRecord> records = new ArrayList<>(poll.count());
        for (ConsumerRecord<byte[], byte[]> record : poll) {
            records.add(RawRecord.of(record));
        }
        PollParts parts = PollParts.of(records);
        long pause = FIRST_PAUSE_MILLIS;
        while (!parts.isEmpty()) {
            Outcome outcome = attempt(parts.first(), parts.tally());
            if (outcome == Outcome.HANDLED) {
                state.running();
                parts.handled();
                if (!parts.isEmpty() && isStopping()) {
                    throw stopped();
                }
                pause = FIRST_PAUSE_MILLIS;
                continue;
            }
            boolean held = outcome == Outcome.HELD;
            if (stopping.await(held ? LOOK_MILLIS : pause, TimeUnit.MILLISECONDS)) {
                throw stopped();
            }
            if (!held) {
                parts.failed();
            }
            pause = held ? FIRST_PAUSE_MILLIS : Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        }
        offsets.handled(poll);
    }

    private enum Outcome {
        HANDLED,
        HELD,
        FAILED
    }

    private Outcome attempt(List<RawRecord> records, PollTally poll) {
        try {
            if (isHeld(records)) {
                return Outcome.HELD;
            }
            batch.handle(records, poll);
            return Outcome.HANDLED;
        } catch (BrakeEngaged braked) {
            awaited = braked.subjects();
            state.braked(braked);
            LOG.debugf("%d records wait: %s", records.size(), braked.getMessage());
            return Outcome.HELD;
        } catch (RuntimeException | Error failure) {
            if (isStopping()) {
                LOG.warnf(
                        "%d records stay unacknowledged, since the service stops: %s",
                        records.size(), Failures.describe(failure));
            } else if (!Failures.isTransient(failure)) {
                LOG.error("Records could be neither handled nor parked; trying again", failure);
            } else {
                LOG.warnf("Waiting for infrastructure before handling %d records: %s", records.size(), failure);
            }
            state.stalled();
            return Outcome.FAILED;
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /** Looks at most once per second while nothing holds consumption back. */
    private boolean isHeld(List<RawRecord> records) {
        if (!awaited.isEmpty() && hold.isEngaged(awaited)) {
            return true;
        }
        awaited = Set.of();
        long now = System.nanoTime();
        if (now - lookedNanos < TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS)) {
            return false;
        }
        Optional<ConsumptionHold.Hold> current = hold.current();
        if (current.isEmpty()) {
            lookedNanos = now;
            return false;
        }
        if (state.waiting().isEmpty()) {
            LOG.infof(
                    "%d records wait: consumption is %s",
                    records.size(), current.get().state());
        }
        state.held(current.get());
        return true;
    }

    /**
     * Ends the waiting before the connector is closed, which otherwise waits for the poll that waits here; lets a poll that is
     * being handled come to its end, and lets no other begin: what a service needs is taken down next, and records that fail
     * for want of it must not be taken for bad ones. A poll that takes longer than the grace ends at its next failure, and none
     * begins after it.
     */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        if (!handling.tryAcquire(grace.toMillis(), TimeUnit.MILLISECONDS)) {
            batch.end();
            LOG.warnf(
                    "Records are still being handled after %d seconds; the service stops meanwhile", grace.toSeconds());
        }
    }

    private static IllegalStateException stopped() {
        return new IllegalStateException("stopped before the records could be handled; they stay unacknowledged");
    }
}
