package org.laurel.e2e.drill;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.laurel.events.CloudEventHeaders;
import org.laurel.events.Topic;

/** Reads what lies in the topics that Laurel writes, from the first record on. */
final class Topics {
    /** All but erasures, which no drill causes, and xAPI, which is off. */
    private static final List<Topic> WRITTEN = List.of(
            Topic.LEARNERS,
            Topic.ENROLLMENTS,
            Topic.COURSES,
            Topic.COURSE_STRUCTURES,
            Topic.CERTIFICATES,
            Topic.CERTIFICATE_DATES,
            Topic.PROGRAM_CREDENTIALS,
            Topic.PROGRAMS,
            Topic.COMPLETIONS);

    private static final Duration POLL = Duration.ofMillis(500);

    private Topics() {}

    /** Whether records of this topic are read. */
    static boolean has(Topic topic) {
        return WRITTEN.contains(topic);
    }

    /** What there is now under the keys that are asked for, in the order of each partition. */
    static List<Told> read(String bootstrap, Predicate<String> key) {
        return read(bootstrap, WRITTEN, key);
    }

    /** The same of these topics. */
    static List<Told> read(String bootstrap, List<Topic> topics, Predicate<String> key) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap, ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Told> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (key.test(text(record.key()))) {
                        records.add(told(record));
                    }
                }
            }
            return records;
        }
    }

    private static Told told(ConsumerRecord<byte[], byte[]> record) {
        return Told.of(
                record.topic(),
                header(record, CloudEventHeaders.ID),
                header(record, CloudEventHeaders.SOURCE),
                header(record, CloudEventHeaders.TYPE),
                text(record.key()),
                text(record.value()));
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : text(header.value());
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
