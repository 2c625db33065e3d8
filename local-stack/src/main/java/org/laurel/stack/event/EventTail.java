package org.laurel.stack.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads events as they arrive, without a consumer group: nobody else notices. */
public final class EventTail implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConsumer<byte[], byte[]> consumer;

    /**
     * Takes its position on the topics.
     *
     * @param fromBeginning whether to read what lies there already
     */
    public EventTail(String bootstrap, Collection<String> topics, boolean fromBeginning) {
        this(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap), topics, fromBeginning);
    }

    /**
     * Takes its position on the topics.
     *
     * @param connection how Kafka is reached, as settings of a consumer
     * @param fromBeginning whether to read what lies there already
     */
    public EventTail(Map<String, ?> connection, Collection<String> topics, boolean fromBeginning) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        if (fromBeginning) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
        }
        partitions.forEach(consumer::position);
    }

    /** Hands over events, those of one poll in the order of their times, until the consumer returns false. */
    public void read(Predicate<ReceivedEvent> wantsMore) {
        while (true) {
            for (ReceivedEvent event : poll()) {
                if (!wantsMore.test(event)) {
                    return;
                }
            }
        }
    }

    /** The events of one poll, oldest first; often none. */
    public List<ReceivedEvent> poll() {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        consumer.poll(POLL).forEach(records::add);
        records.sort(Comparator.comparingLong(ConsumerRecord::timestamp));
        return records.stream().map(ReceivedEvent::of).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
