package org.laurel.e2e.drill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.laurel.events.EventType;

/** An event as it lies in Kafka; {@code body} is its value, read. */
record Told(String topic, String id, String source, String type, String key, String value, JsonNode body) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ANNOUNCED = ".changed.v1";

    /** Reads the value. */
    static Told of(String topic, String id, String source, String type, String key, String value) {
        try {
            return new Told(topic, id, source, type, key, value, JSON.readTree(value));
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(topic + " holds something else than JSON", malformed);
        }
    }

    /** Where its order is kept. */
    String lane() {
        return lane(topic, key);
    }

    static String lane(String topic, String key) {
        return topic + "|" + key;
    }

    /** Whose and what it is about, without its version. */
    String subject() {
        return String.join("|", key, member("course_key"), member("program_uuid"), member("block_key"));
    }

    /** All facts whose versions are counted together: those of {@code course-cert} about one subject, say. */
    String versioned() {
        String fact = type.substring(0, type.lastIndexOf('.'));
        return fact.substring(0, fact.lastIndexOf('.')) + "|" + subject();
    }

    boolean hasVersion() {
        return body.path("version").isIntegralNumber();
    }

    long version() {
        return body.path("version").asLong();
    }

    /** Whether it only announces a version, whose state another event tells before. */
    boolean announces() {
        return !type.endsWith(ANNOUNCED);
    }

    boolean is(EventType<?> other) {
        return type.equals(other.name());
    }

    @Override
    public String toString() {
        return type + " " + subject() + " v" + version() + " " + id;
    }

    private String member(String name) {
        return body.path(name).asText();
    }
}
