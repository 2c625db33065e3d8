package org.laurel.bridge.openedx.event;

import org.jspecify.annotations.Nullable;

/**
 * A type of event on Open edX's bus.
 *
 * @param type value of the {@code ce_type} header, and the Avro namespace of the event
 * @param argument name of the only field of the event, in snake_case
 * @param data record that the field holds
 * @param keyPath where in the event the record key is, such as {@code enrollment.course.course_key}; null for events
 *     that are sent without a key
 * @param topic topic that the event is on by default, without the prefix of the site
 * @param <D> {@code data}
 */
public record OpenEdxEvent<D extends Record>(
        String type,
        String argument,
        Class<D> data,
        @Nullable String keyPath,
        String topic) {

    /** Full name of the event's Avro record, which is part of the registry's subject. */
    public String recordName() {
        return type + ".CloudEvent";
    }

    @Override
    public String toString() {
        return type;
    }
}
