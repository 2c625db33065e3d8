package org.laurel.benchmarks.backbone;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.laurel.events.CloudEventHeaders;

/** A consumer at the other end that keeps when the last event of each transaction came. */
final class Arrivals implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final Map<String, Long> lastByCause = new ConcurrentHashMap<>();
    private final AtomicLong received = new AtomicLong();
    private final Thread thread;
    private volatile boolean open = true;

    Arrivals(String topic) {
        String bootstrap = ConfigProvider.getConfig().getValue("laurel.kafka.bootstrap", String.class);
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        thread = Thread.ofPlatform().name("arrivals").start(() -> read(consumer));
    }

    /** How many events came. */
    long received() {
        return received.get();
    }

    /** When the last event came that this transaction caused, in nanoseconds. */
    long last(String cause) {
        return lastByCause.getOrDefault(cause, Long.MIN_VALUE);
    }

    private void read(KafkaConsumer<byte[], byte[]> consumer) {
        try (consumer) {
            while (open) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    byte[] cause = record.headers()
                            .lastHeader(CloudEventHeaders.CAUSATION_ID)
                            .value();
                    lastByCause.put(new String(cause, StandardCharsets.UTF_8), System.nanoTime());
                    received.incrementAndGet();
                }
            }
        }
    }

    @Override
    public void close() {
        open = false;
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
