package org.laurel.kit.consume;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Tells the broker once more how far this replica has come where the broker did not hear of it. The connector commits an offset
 * once and only logs a failure, so after an outage the last offset of a quiet partition would stay behind until its next record:
 * the lag would never be zero, and a restart would read the record again. What the broker is known to have heard is forgotten
 * here, so an idle replica asks nothing.
 */
@Singleton
class HandledOffsets {

    private static final Logger LOG = Logger.getLogger(HandledOffsets.class);
    private static final String CHANNEL = "events";
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final KafkaClientService clients;
    private final Map<TopicPartition, Long> handled = new ConcurrentHashMap<>();

    HandledOffsets(KafkaClientService clients) {
        this.clients = clients;
    }

    /** Everything of a poll has had its effect, was a repeat or is parked. */
    void handled(ConsumerRecords<byte[], byte[]> poll) {
        for (TopicPartition partition : poll.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> records = poll.records(partition);
            handled.put(partition, records.getLast().offset() + 1);
        }
    }

    @Scheduled(every = "15s", delayed = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void commitAgain() {
        KafkaConsumer<byte[], byte[]> consumer = handled.isEmpty() ? null : clients.getConsumer(CHANNEL);
        if (consumer == null) {
            return;
        }
        try {
            consumer.runOnPollingThread((Consumer<byte[], byte[]> kafka) -> {
                        commitAgain(kafka);
                        return true;
                    })
                    .await()
                    .atMost(PATIENCE.multipliedBy(3));
        } catch (KafkaException | TimeoutException failure) {
            LOG.debugf("The broker does not hear of handled records; it is told again: %s", failure);
        }
    }

    /** Only of partitions that are this replica's still, and of no topic that was made again and counts from zero. */
    private void commitAgain(Consumer<byte[], byte[]> kafka) {
        handled.keySet().retainAll(kafka.assignment());
        handled.entrySet().removeIf(own -> kafka.position(own.getKey(), PATIENCE) < own.getValue());
        Map<TopicPartition, Long> own = Map.copyOf(handled);
        Map<TopicPartition, OffsetAndMetadata> heard = kafka.committed(Set.copyOf(own.keySet()), PATIENCE);
        Map<TopicPartition, OffsetAndMetadata> unheard = new HashMap<>();
        own.forEach((partition, offset) -> {
            OffsetAndMetadata committed = heard.get(partition);
            if (committed == null || committed.offset() < offset) {
                unheard.put(partition, new OffsetAndMetadata(offset));
            }
        });
        if (!unheard.isEmpty()) {
            kafka.commitSync(unheard, PATIENCE);
            LOG.infof("Told the broker of handled records that it had not heard of: %s", unheard.keySet());
        }
        own.forEach(handled::remove);
    }
}
