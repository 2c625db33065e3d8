package org.laurel.kit.outbox;

import org.jspecify.annotations.Nullable;
import org.laurel.events.Topic;
import org.laurel.kit.domain.Cause;

/**
 * An event as the outbox keeps it.
 *
 * @param topic the topic's name
 * @param key the Kafka record key
 * @param type the event type's name
 * @param sequence orders this subject's events of the same business time, null when the time alone does
 * @param value the body as JSON
 */
public record OutboxLine(
        String topic, String key, String type, @Nullable Long sequence, Cause cause, String value) {

    /** A line of a topic of Laurel's. */
    public OutboxLine(Topic topic, String key, String type, @Nullable Long sequence, Cause cause, String value) {
        this(topic.topicName(), key, type, sequence, cause, value);
    }
}
