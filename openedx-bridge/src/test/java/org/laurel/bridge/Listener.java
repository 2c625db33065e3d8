package org.laurel.bridge;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.laurel.bridge.openedx.avro.AvroCodec;
import org.laurel.bridge.openedx.avro.AvroSchemas;
import org.laurel.bridge.openedx.avro.Frame;
import org.laurel.bridge.openedx.avro.WriterSchema;
import org.laurel.bridge.openedx.event.OpenEdxEvent;
import org.laurel.bridge.openedx.event.OpenEdxEvents;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.infra.SharedServers;

/** A consumer of the Open edX site: hears from now on what is sent to topics. */
public final class Listener implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> kafka;
    private final List<Heard> heard = new ArrayList<>();

    /** Listens to the topics. */
    public Listener(String... topics) {
        kafka = new KafkaConsumer<>(
                Map.of("bootstrap.servers", SharedServers.get().kafka(), "enable.auto.commit", false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = List.of(topics).stream()
                .flatMap(topic -> kafka.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        kafka.assign(partitions);
        kafka.endOffsets(partitions).forEach(kafka::seek);
    }

    /**
     * An event that was heard.
     *
     * @param headers in the order in which they came
     */
    public record Heard(
            String topic, int partition, byte[] key, byte[] value, Map<String, String> headers, Record data) {

        /** The event type. */
        public String type() {
            return Objects.requireNonNull(headers.get("ce_type"));
        }
    }

    /** Waits for so many events about a user, in the order in which they came. */
    public List<Heard> await(long user, int count) {
        return Awaitility.await("events about " + user)
                .atMost(KafkaProbe.PATIENCE)
                .until(() -> about(user), found -> found.size() >= count);
    }

    /** What was heard about a user so far. */
    public List<Heard> about(long user) {
        kafka.poll(Duration.ofMillis(100)).forEach(record -> heard.add(heard(record)));
        return heard.stream()
                .filter(one -> one.data().toString().contains("UserData[id=" + user + ","))
                .toList();
    }

    private static Heard heard(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        OpenEdxEvent<?> type =
                OpenEdxEvents.find(String.valueOf(headers.get("ce_type"))).orElseThrow();
        Record data = AvroCodec.data(
                type,
                WriterSchema.parse(AvroSchemas.value(type)),
                Frame.read(record.value()).body());
        return new Heard(record.topic(), record.partition(), record.key(), record.value(), headers, data);
    }

    @Override
    public void close() {
        kafka.close();
    }
}
