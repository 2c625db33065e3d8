package org.laurel.kit.test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads whole topics in the background and keeps every record. It uses no consumer group, so it disturbs nobody. Its
 * positions are fixed before the constructor returns.
 */
final class TopicRecorder implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConsumer<byte[], byte[]> kafka;
    private final Set<String> topics;
    private final List<ReceivedEvent> received = new CopyOnWriteArrayList<>();
    private final Thread reader;

    /**
     * Starts to record.
     *
     * @param wanted the topics; none means all Laurel topics
     * @param fromBeginning whether to read what is already there
     */
    TopicRecorder(String bootstrap, List<String> wanted, boolean fromBeginning) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrap,
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest",
                // Closing waits for the question that the broker has not answered yet.
                "fetch.max.wait.ms",
                20);
        this.kafka = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = partitions(wanted);
        this.topics = Set.copyOf(partitions.stream().map(TopicPartition::topic).toList());
        kafka.assign(partitions);
        if (fromBeginning) {
            kafka.seekToBeginning(partitions);
        } else {
            kafka.endOffsets(partitions).forEach(kafka::seek);
        }
        this.reader = Thread.ofPlatform().daemon().name("topic-recorder").start(this::readAll);
    }

    /** Everything read so far from a topic, in order within each partition. */
    List<ReceivedEvent> received(String topic) {
        if (!topics.contains(topic)) {
            throw new IllegalArgumentException("the probe does not watch " + topic + ", only " + topics);
        }
        return received.stream().filter(event -> event.topic().equals(topic)).toList();
    }

    private List<TopicPartition> partitions(List<String> wanted) {
        return kafka.listTopics().entrySet().stream()
                .filter(topic ->
                        wanted.isEmpty() ? topic.getKey().startsWith("laurel.") : wanted.contains(topic.getKey()))
                .flatMap(topic -> topic.getValue().stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private void readAll() {
        try (kafka) {
            while (true) {
                for (ConsumerRecord<byte[], byte[]> each : kafka.poll(POLL)) {
                    received.add(ReceivedEvent.of(each));
                }
            }
        } catch (WakeupException closed) {
            // close() asked for the end
        }
    }

    @Override
    public void close() {
        kafka.wakeup();
        try {
            reader.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
