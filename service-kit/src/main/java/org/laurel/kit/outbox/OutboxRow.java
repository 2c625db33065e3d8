package org.laurel.kit.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.laurel.events.CloudEventHeaders;

/**
 * An event that waits to be published.
 *
 * @param key UTF-8, as it goes to the broker
 * @param value UTF-8 as well
 */
record OutboxRow(
        long place,
        String eventId,
        String topic,
        byte[] key,
        String type,
        @Nullable String sequence,
        String correlationId,
        String causationId,
        @Nullable String origin,
        byte[] value,
        OffsetDateTime createdAt) {

    /** The number of the value among the columns. */
    static final int VALUE = 10;

    /** The row of a result with these columns; texts come as the bytes that they are sent as. */
    static OutboxRow of(ResultSet row) throws SQLException {
        return new OutboxRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getBytes(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getBytes(VALUE),
                row.getObject(11, OffsetDateTime.class));
    }

    /** The row for an encoding of another wire. */
    WaitingEvent waiting() {
        return new WaitingEvent(eventId, topic, text(key), type, text(value), createdAt.toInstant());
    }

    /** The record in CloudEvents binary mode. */
    ProducerRecord<byte[], byte[]> record(String source) {
        ProducerRecord<byte[], byte[]> sent = new ProducerRecord<>(topic, key, value);
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

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
