package org.laurel.kit.event;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.events.Topic;

/**
 * How large values of events may be, in bytes, whoever writes or reads them. Kafka's own limits are about compressed batches,
 * so a small record may unfold to any size; this is what bounds the memory that one event takes.
 */
@Singleton
public class ValueLimits {

    private final int value;
    private final int structure;

    ValueLimits(
            @ConfigProperty(name = "laurel.events.largest-value") MemorySize value,
            @ConfigProperty(name = "laurel.events.largest-structure") MemorySize structure) {
        this.value = Math.toIntExact(value.asLongValue());
        this.structure = Math.toIntExact(structure.asLongValue());
    }

    /** The largest value on a topic. */
    public int of(String topic) {
        return topic.equals(Topic.COURSE_STRUCTURES.topicName()) ? structure : value;
    }

    /** The largest value that carries a course structure. */
    public int largestStructure() {
        return structure;
    }

    /** The largest value on every other topic than that of course structures. */
    public int largestValue() {
        return value;
    }

    /** The largest value on any topic. */
    public int largest() {
        return Math.max(value, structure);
    }

    /** Whether a record's value is small enough to be read. */
    public boolean allow(RawRecord record) {
        byte[] bytes = record.value();
        return bytes == null || bytes.length <= of(record.topic());
    }

    /**
     * Lets a record pass whose value is not too large.
     *
     * @throws UnprocessableEvent otherwise; it becomes processable when the limit is raised
     */
    public void require(RawRecord record) {
        byte[] bytes = record.value();
        int limit = of(record.topic());
        if (bytes != null && bytes.length > limit) {
            throw new UnprocessableEvent(
                    "too_large",
                    "the value has " + bytes.length + " bytes, more than " + limit + ", which is the limit");
        }
    }
}
