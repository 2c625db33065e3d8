package org.laurel.completion.structure;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.infra.SharedServers;

/** Many course structures lie in the topic when the service comes back. */
@QuarkusTest
class StructuresInOnePollTest {

    private static final String CHANNEL = "mp.messaging.incoming.events.";
    private static final int STRUCTURES = 48;
    private static final int BYTES = 2 * 1024 * 1024;

    /** Bytes: a part of the heap of 256 MiB that a container of the usual size has. */
    private static final long MEMORY = 48L * 1024 * 1024;

    @Test
    void onePollDoesNotBringAllOfThem() throws Exception {
        // Given
        TopicPartition partition = new TopicPartition("laurel.many-structures", 0);
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", SharedServers.get().kafka()))) {
            admin.createTopics(List.of(new NewTopic(partition.topic(), 1, (short) 1)))
                    .all()
                    .get();
        }
        publish(partition);

        // When
        List<Long> polls = polls(partition);

        // Then
        assertThat(polls.stream().mapToLong(bytes -> bytes).sum()).isEqualTo((long) STRUCTURES * BYTES);
        assertThat(polls).allSatisfy(bytes -> assertThat(bytes).isLessThan(MEMORY));
    }

    private static void publish(TopicPartition partition) throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                SharedServers.get().kafka(),
                "compression.type",
                "zstd",
                "max.request.size",
                BYTES * 2);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            byte[] value = structure();
            for (int i = 0; i < STRUCTURES; i++) {
                producer.send(new ProducerRecord<>(partition.topic(), partition.partition(), null, value))
                        .get();
            }
        }
    }

    /** Blocks as platforms name them, each twice: where it stands and as a child. */
    private static byte[] structure() {
        String blocks = Stream.generate(() -> UUID.randomUUID().toString().replace("-", ""))
                .map(id -> """
                        {"usage_key": "block-v1:Org+Intro+2026+type@problem+block@%s", "type": "problem", \
                        "graded": true, "display_name": "Exercise", "completion_mode": "completable", "children": ["%s"]},
                        """.formatted(id, id))
                .limit(BYTES / 200)
                .collect(Collectors.joining());
        return blocks.repeat(2).substring(0, BYTES).getBytes(StandardCharsets.UTF_8);
    }

    /** Bytes of values that each poll brings. */
    private static List<Long> polls(TopicPartition partition) {
        Map<String, Object> settings =
                new HashMap<>(Map.of("bootstrap.servers", SharedServers.get().kafka()));
        for (String name : List.of("max.poll.records", "fetch.max.bytes", "max.partition.fetch.bytes")) {
            settings.put(name, ConfigProvider.getConfig().getValue(CHANNEL + name, String.class));
        }
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return Stream.generate(() -> bytes(consumer.poll(Duration.ofSeconds(5))))
                    .takeWhile(bytes -> bytes > 0)
                    .toList();
        }
    }

    private static long bytes(ConsumerRecords<byte[], byte[]> poll) {
        return StreamSupport.stream(poll.spliterator(), false)
                .mapToLong(record -> record.value().length)
                .sum();
    }
}
