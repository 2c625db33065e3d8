package org.laurel.kit.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.laurel.events.CloudEventHeaders;

/** An event that waits to be published. */
record OutboxRow(
        long place,
        String eventId,
        String topic,
        String key,
        String type,
        @Nullable String sequence,
        String correlationId,
        String causationId,
        @Nullable String origin,
        String value,
        OffsetDateTime createdAt) {

    static final String COLUMNS =
            "place, event_id, topic, record_key, event_type, sequence, correlation_id, causation_id, origin, value, created_at";

    static OutboxRow of(ResultSet row) throws SQLException {
        return new OutboxRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getObject(11, OffsetDateTime.class));
    }

    /** The row for an encoding of another wire. */
    WaitingEvent waiting() {
        return new WaitingEvent(eventId, topic, key, type, value, createdAt.toInstant());
    }

    /** The record in CloudEvents binary mode. */
    ProducerRecord<byte[], byte[]> record(String source) {
        ProducerRecord<byte[], byte[]> sent = new ProducerRecord<>(topic, bytes(key), bytes(value));
        Headers headers = sent.headers();
        put(headers, CloudEventHeaders.SPECVERSION, CloudEventHeaders.SPECVERSION_VALUE);
        put(headers, CloudEventHeaders.ID, eventId);
        put(headers, CloudEventHeaders.SOURCE, source);
        put(headers, CloudEventHeaders.TYPE, type);
        put(headers, CloudEventHeaders.TIME, createdAt.toInstant().toString());
        put(headers, CloudEventHeaders.SEQUENCE, sequence);
        put(headers, CloudEventHeaders.CORRELATION_ID, correlationId);
        put(headers, CloudEventHeaders.CAUSATION_ID, causationId);
        put(headers, CloudEventHeaders.ORIGIN, origin);
        put(headers, CloudEventHeaders.CONTENT_TYPE, CloudEventHeaders.JSON);
        return sent;
    }

    private static void put(Headers headers, String name, @Nullable String text) {
        if (text != null) {
            headers.add(name, bytes(text));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
