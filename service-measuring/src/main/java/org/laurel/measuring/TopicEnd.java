package org.laurel.measuring;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Tells how many records a topic has received since this was opened, without reading them. */
public final class TopicEnd implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final long before;

    public TopicEnd(String topic) {
        String bootstrap = ConfigProvider.getConfig().getValue("laurel.kafka.bootstrap", String.class);
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        before = all();
    }

    /** Waits until so many records were received. */
    public void awaitReceived(long records) {
        Waiting.until(() -> received() >= records);
    }

    /** How many records were received. */
    public long received() {
        return all() - before;
    }

    private long all() {
        return consumer.endOffsets(partitions).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
