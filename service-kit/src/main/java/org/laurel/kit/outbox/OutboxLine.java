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
 * @param subject the key by which the event is found in the flow, null when it is the record key
 * @param courseKey the course run that the body is about, null when the key says it or there is none
 * @param sequence orders this subject's events of the same business time, null when the time alone does
 * @param value the body as JSON
 */
public record OutboxLine(
        String topic,
        String key,
        @Nullable String subject,
        @Nullable String courseKey,
        String type,
        @Nullable Long sequence,
        Cause cause,
        String value) {

    /** A line of a topic of Laurel's that is about its key alone. */
    public OutboxLine(Topic topic, String key, String type, @Nullable Long sequence, Cause cause, String value) {
        this(topic.topicName(), key, null, null, type, sequence, cause, value);
    }
}
