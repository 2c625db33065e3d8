package org.laurel.stack.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.laurel.events.CloudEventHeaders;
import org.laurel.events.EventType;

/**
 * One event that is about to be published as another platform would: CloudEvents in binary mode.
 *
 * @param id unique together with the source
 * @param source URI reference of the producer
 */
public record OutgoingEvent(EventType<?> type, String key, String id, String source, JsonNode body) {

    /** An event with a new id from the {@code laurel} command. */
    public static OutgoingEvent of(EventType<?> type, String key, JsonNode body) {
        return new OutgoingEvent(type, key, UUID.randomUUID().toString(), "urn:laurel:command-line", body);
    }

    /** The Kafka record, with the time at which it is made as {@code ce_time}. */
    public ProducerRecord<byte[], byte[]> toRecord() {
        ProducerRecord<byte[], byte[]> event =
                new ProducerRecord<>(type.topic().topicName(), bytes(key), bytes(body.toString()));
        header(event, CloudEventHeaders.SPECVERSION, CloudEventHeaders.SPECVERSION_VALUE);
        header(event, CloudEventHeaders.ID, id);
        header(event, CloudEventHeaders.SOURCE, source);
        header(event, CloudEventHeaders.TYPE, type.name());
        header(event, CloudEventHeaders.TIME, Instant.now().toString());
        header(event, CloudEventHeaders.SUBJECT, key);
        header(event, CloudEventHeaders.CONTENT_TYPE, CloudEventHeaders.JSON);
        return event;
    }

    private static void header(ProducerRecord<byte[], byte[]> event, String name, String value) {
        event.headers().add(name, bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
