package org.laurel.kit.outbox;

import org.jspecify.annotations.Nullable;
import org.laurel.events.EventBody;
import org.laurel.events.EventType;

/**
 * A wire event to be published under the body's key.
 *
 * @param sequence orders this subject's events of the same business time, null when the time alone does
 */
public record OutgoingEvent(
        EventType<?> type, EventBody body, @Nullable Long sequence) implements Outgoing {

    public OutgoingEvent {
        if (!type.body().isInstance(body)) {
            throw new IllegalArgumentException(
                    type.name() + " does not carry a " + body.getClass().getSimpleName());
        }
    }

    /** An event whose version orders it among its subject's events. */
    public static <B extends EventBody> OutgoingEvent of(EventType<B> type, B body, long version) {
        return new OutgoingEvent(type, body, version);
    }

    /** An event that its business time orders. */
    public static <B extends EventBody> OutgoingEvent of(EventType<B> type, B body) {
        return new OutgoingEvent(type, body, null);
    }
}
