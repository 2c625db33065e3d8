package org.laurel.kit.test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.laurel.events.CloudEventHeaders;

/** Publishes as another platform does: CloudEvents in binary mode, or any raw record. */
final class PlatformProducer implements AutoCloseable {

    private static final int MAX_REQUEST_BYTES = 17 * 1024 * 1024;

    private final KafkaProducer<byte[], byte[]> kafka;

    PlatformProducer(String bootstrap) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrap, "max.request.size", MAX_REQUEST_BYTES, "linger.ms", 2);
        this.kafka = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Publishes all in the given order and returns when the broker has them. */
    void send(List<ProducerRecord<byte[], byte[]>> records) {
        List<Future<?>> sent = new ArrayList<>();
        records.forEach(record -> sent.add(kafka.send(record)));
        kafka.flush();
        try {
            for (Future<?> each : sent) {
                each.get();
            }
        } catch (ExecutionException refused) {
            throw new IllegalStateException("Kafka refused a record", refused.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The record of an event in binary mode. */
    static ProducerRecord<byte[], byte[]> record(PlatformEvent event) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(CloudEventHeaders.SPECVERSION, CloudEventHeaders.SPECVERSION_VALUE);
        headers.put(CloudEventHeaders.ID, event.id());
        headers.put(CloudEventHeaders.SOURCE, event.source());
        headers.put(CloudEventHeaders.TYPE, event.type());
        headers.put(CloudEventHeaders.TIME, event.time().toString());
        headers.put(CloudEventHeaders.CONTENT_TYPE, CloudEventHeaders.JSON);
        if (event.sequence() != null) {
            headers.put(CloudEventHeaders.SEQUENCE, event.sequence().toString());
        }
        headers.putAll(event.extraHeaders());
        List<Header> list = new ArrayList<>();
        headers.forEach((name, value) -> list.add(new RecordHeader(name, bytes(value))));
        return new ProducerRecord<>(event.topic(), null, bytes(event.key()), bytes(event.json()), list);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        kafka.close();
    }
}
