package org.laurel.kit.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka record as it came, before anybody believed it. The same shape is kept when a record is parked, so that a replay
 * takes exactly the way of the first try.
 *
 * @param headers header values by lower-case name; of a repeated name the last, as Kafka's own look-up does, and the repeated
 *     names themselves under {@link #REPEATED}
 */
public record RawRecord(
        String topic,
        int partition,
        long offset,
        Instant timestamp,
        byte @Nullable [] key,
        byte @Nullable [] value,
        Map<String, String> headers) {

    /** No header's name, since these are in lower case: which names came more than once, with commas between them. */
    public static final String REPEATED = "Repeated";

    /** Copies what matters of a consumed record. */
    public static RawRecord of(ConsumerRecord<byte[], byte[]> consumed) {
        Map<String, String> headers = new LinkedHashMap<>();
        Set<String> repeated = new LinkedHashSet<>();
        for (Header header : consumed.headers()) {
            String name = header.key().toLowerCase(Locale.ROOT);
            if (header.value() != null && headers.put(name, text(header.value())) != null) {
                repeated.add(name);
            }
        }
        if (!repeated.isEmpty()) {
            headers.put(REPEATED, String.join(",", repeated));
        }
        return new RawRecord(
                consumed.topic(),
                consumed.partition(),
                consumed.offset(),
                Instant.ofEpochMilli(Math.max(0, consumed.timestamp())),
                consumed.key(),
                consumed.value(),
                headers);
    }

    /** The value of a header, null when it is absent. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** Whether a header came more than once, so that nobody can tell which of its values counts. */
    public boolean repeats(String name) {
        return List.of(headers.getOrDefault(REPEATED, "").split(",")).contains(name);
    }

    /** The record key as text, empty without one. */
    public String keyText() {
        return key == null ? "" : text(key);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
