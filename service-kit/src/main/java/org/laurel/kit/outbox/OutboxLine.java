package org.laurel.kit.outbox;

import org.jspecify.annotations.Nullable;
import org.laurel.events.Topic;
import org.laurel.kit.domain.Cause;

/**
 * An event as the outbox keeps it.
 *
 * @param key the Kafka record key
 * @param type the event type's name
 * @param sequence orders this subject's events of the same business time, null when the time alone does
 * @param value the body as JSON
 */
public record OutboxLine(
        Topic topic, String key, String type, @Nullable Long sequence, Cause cause, String value) {}
