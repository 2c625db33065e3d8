package org.laurel.kit.consume;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.laurel.kit.event.RawRecord;
import org.laurel.kit.sql.Failures;

/**
 * The service's one way in from Kafka. A poll is acknowledged when {@link EventBatch} has finished with all of it. While
 * infrastructure is away the same poll is tried again with growing pauses; the connector has paused its partitions and keeps
 * polling, so the group does not rebalance however long that takes.
 */
@ApplicationScoped
public class EventConsumer {

    private static final Logger LOG = Logger.getLogger(EventConsumer.class);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final EventBatch batch;
    private final ConsumptionMetrics metrics;
    private final CountDownLatch stopping = new CountDownLatch(1);

    EventConsumer(EventBatch batch, ConsumptionMetrics metrics) {
        this.batch = batch;
        this.metrics = metrics;
    }

    @Incoming("events")
    @Blocking
    void consume(ConsumerRecords<byte[], byte[]> poll) throws InterruptedException {
        List<RawRecord> records = new ArrayList<>(poll.count());
        for (ConsumerRecord<byte[], byte[]> record : poll) {
            records.add(RawRecord.of(record));
        }
        long pause = FIRST_PAUSE_MILLIS;
        while (!handled(records)) {
            metrics.stalled(true);
            if (stopping.await(pause, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(
                        "stopped before the records could be handled; they stay unacknowledged");
            }
            pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        }
        metrics.stalled(false);
    }

    private boolean handled(List<RawRecord> records) {
        try {
            batch.handle(records);
            return true;
        } catch (RuntimeException | Error failure) {
            if (!Failures.isTransient(failure)) {
                LOG.error("Records could be neither handled nor parked; trying again", failure);
            } else {
                LOG.warnf("Waiting for infrastructure before handling %d records: %s", records.size(), failure);
            }
            return false;
        }
    }

    /** Ends the waiting before the connector is closed, which otherwise waits for the poll that waits here. */
    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }
}
