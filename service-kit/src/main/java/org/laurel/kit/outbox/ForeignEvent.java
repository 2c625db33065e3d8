package org.laurel.kit.outbox;

import org.jspecify.annotations.Nullable;

/**
 * An event of another wire than Laurel's. It waits in the outbox as JSON text, as all events do, so that retirement finds
 * personal data in it, and a {@link WireEncoding} writes it when it is sent.
 *
 * @param topic the topic's full name
 * @param key what the record key is made of
 * @param type the other wire's name of the event's type
 * @param value a JSON object with everything that the encoding needs. Members are blanked by the rules for events: names,
 *     usernames and addresses stand in an object that has the {@code learner_id} too
 * @param subject whom or what it is about: the key of Laurel's own events about the same, by which it is found in the flow
 * @param courseKey the course run that it is about, null when the subject says it or there is none
 */
public record ForeignEvent(
        String topic,
        String key,
        String type,
        String value,
        String subject,
        @Nullable String courseKey) implements Outgoing {}
