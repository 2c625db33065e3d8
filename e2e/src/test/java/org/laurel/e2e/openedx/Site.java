package org.laurel.e2e.openedx;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.laurel.e2e.openedx.SiteEvents.SiteEvent;

/** An Open edX site beside the stack: its producer, and whoever reads topics there. */
public final class Site implements AutoCloseable {

    private final String bootstrap;
    private final Registry registry;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Map<String, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

    /** The site beside the broker, with the registry of both. */
    public Site(String bootstrap, Registry registry) {
        this.bootstrap = bootstrap;
        this.registry = registry;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * An event of the site's bus.
     *
     * @param data read with the schema that the registry has under the record's id
     */
    public record Heard(Map<String, String> headers, GenericRecord data) {
        public String type() {
            return Objects.requireNonNull(headers.get("ce_type"));
        }

        public GenericRecord argument() {
            return (GenericRecord) data.get(0);
        }

        public boolean isIn(String courseKey) {
            return ((GenericRecord) argument().get("course"))
                    .get("course_key")
                    .toString()
                    .equals(courseKey);
        }

        /** The learner's number. */
        public long user() {
            return (long) ((GenericRecord) argument().get("user")).get("id");
        }

        boolean isAbout(long user) {
            return user() == user;
        }
    }

    /** Sends an event as event-bus-kafka does. What the registry has said once is not asked again. */
    public void tell(SiteEvent event) {
        Schema schema = event.data().getSchema();
        int key = id(event.topic() + "-string", "{\"name\": \"course_key\", \"type\": \"string\"}");
        int value = id(event.topic() + "-" + schema.getFullName(), schema.toString());
        var record = new ProducerRecord<>(
                event.topic(), Wire.frame(key, Wire.KEY, event.courseKey()), Wire.frame(value, schema, event.data()));
        headers(event).forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record).get();
        } catch (ExecutionException failure) {
            throw new AssertionError("Kafka did not take the event", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    private int id(String subject, String schema) {
        return ids.computeIfAbsent(subject, unknown -> registry.register(unknown, schema));
    }

    /** All that lies on a topic of the site, read with the schemas that the registry has. */
    public List<Heard> heard(String topic) {
        return records(topic).stream()
                .map(record -> new Heard(
                        texts(record.headers()),
                        Wire.read(
                                record.value(),
                                schemas.computeIfAbsent(Wire.schemaId(record.value()), registry::schema))))
                .toList();
    }

    /** All that lies on a topic at this moment. */
    List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    private static Map<String, String> headers(SiteEvent event) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("content-type", "application/avro");
        headers.put("ce_datacontenttype", "application/avro");
        headers.put("ce_type", event.type());
        headers.put("ce_id", event.id());
        headers.put("ce_source", "openedx/lms/web");
        headers.put("ce_time", SiteEvents.text(event.at()));
        headers.put("ce_minorversion", "0");
        headers.put("sourcehost", "site");
        headers.put("sourcelib", "11.2.0");
        return headers;
    }

    private static Map<String, String> texts(Headers headers) {
        Map<String, String> texts = new LinkedHashMap<>();
        headers.forEach(header -> texts.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return texts;
    }

    @Override
    public void close() {
        producer.close();
    }
}
