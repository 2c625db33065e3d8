package org.laurel.kit.test;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.events.EventCatalogue;

/**
 * An event as another platform would publish it. Start with {@link #of}, and change with the {@code with} methods only what
 * the test is about.
 *
 * @param key record key: learner id, course key or program uuid
 * @param json the body, not checked
 * @param id {@code ce_id}
 * @param source {@code ce_source}
 * @param time {@code ce_time}, when it was published
 * @param sequence {@code ce_sequence}, null to send none
 * @param extraHeaders further headers, which win over the ones above
 */
public record PlatformEvent(
        String topic,
        String type,
        String key,
        String json,
        String id,
        String source,
        Instant time,
        @Nullable Long sequence,
        Map<String, String> extraHeaders) {

    public PlatformEvent {
        extraHeaders = Map.copyOf(extraHeaders);
    }

    /**
     * An event with an id of its own, from the source {@code /platform}, published now, on the topic of its type.
     *
     * @throws IllegalArgumentException when the catalogue does not have the type
     */
    public static PlatformEvent of(String type, String key, String json) {
        String topic = EventCatalogue.find(type)
                .map(known -> known.topic().topicName())
                .orElseThrow(() -> new IllegalArgumentException("no such event type: " + type));
        return on(topic, type, key, json);
    }

    /** The same on a topic of the test's choice, for types that the catalogue does not have. */
    public static PlatformEvent on(String topic, String type, String key, String json) {
        String id = UUID.randomUUID().toString();
        return new PlatformEvent(topic, type, key, json, id, "/platform", Instant.now(), null, Map.of());
    }

    /** The same event under another {@code ce_id}. */
    public PlatformEvent withId(String other) {
        return new PlatformEvent(topic, type, key, json, other, source, time, sequence, extraHeaders);
    }

    /** The same event from another {@code ce_source}. */
    public PlatformEvent withSource(String other) {
        return new PlatformEvent(topic, type, key, json, id, other, time, sequence, extraHeaders);
    }

    /** The same event published at another time. */
    public PlatformEvent withTime(Instant other) {
        return new PlatformEvent(topic, type, key, json, id, source, other, sequence, extraHeaders);
    }

    /** The same event with a place among facts of the same time. */
    public PlatformEvent withSequence(long other) {
        return new PlatformEvent(topic, type, key, json, id, source, time, other, extraHeaders);
    }

    /** The same event with another body. */
    public PlatformEvent withJson(String other) {
        return new PlatformEvent(topic, type, key, other, id, source, time, sequence, extraHeaders);
    }

    /** The same event with these further headers, in place of any given before. */
    public PlatformEvent withHeaders(Map<String, String> others) {
        return new PlatformEvent(topic, type, key, json, id, source, time, sequence, others);
    }
}
