package org.laurel.stack.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.laurel.events.CloudEventHeaders;

/**
 * A record as it lies in Kafka, read as text.
 *
 * @param at the time of the record
 * @param headers by name; the last of equal names
 * @param key empty if the record has none
 * @param value the body; empty if the record has none
 */
public record ReceivedEvent(
        String topic, int partition, long offset, Instant at, Map<String, String> headers, String key, String value) {

    public ReceivedEvent {
        headers = Map.copyOf(headers);
    }

    static ReceivedEvent of(ConsumerRecord<byte[], byte[]> received) {
        Map<String, String> headers = new LinkedHashMap<>();
        received.headers().forEach(header -> headers.put(header.key(), text(header.value())));
        return new ReceivedEvent(
                received.topic(),
                received.partition(),
                received.offset(),
                Instant.ofEpochMilli(received.timestamp()),
                headers,
                text(received.key()),
                text(received.value()));
    }

    /** The type of the event; {@code (no type)} if the record is none. */
    public String type() {
        return headers.getOrDefault(CloudEventHeaders.TYPE, "(no type)");
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
