package org.laurel.kit.event;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.events.EventBody;
import org.laurel.events.EventType;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;

/**
 * A CloudEvent that came from Kafka, read and checked.
 *
 * @param id unique within the source
 * @param source the producer
 * @param time when it was published; the record's timestamp when the producer sent none
 * @param sequence the producer's order among facts of one time, null without one
 * @param correlationId shared by everything that one original fact led to; the event's own id when it starts a chain
 * @param origin the bridge that brought the fact in, null for Laurel's own and other platforms' facts
 */
public record Event<B extends EventBody>(
        String id,
        URI source,
        EventType<B> type,
        Instant time,
        @Nullable Long sequence,
        String correlationId,
        @Nullable String origin,
        B body) {

    /** The cause to hand to the commands that this event leads to. */
    public Cause cause() {
        return new Cause(source.toString(), null, id, correlationId, origin);
    }

    /** The event's place in business-time order among facts of the given kinds. */
    public FactOrder order(int kind) {
        long place = sequence == null ? FactOrder.NO_SEQUENCE : sequence;
        return new FactOrder(body.occurredAt(), place, kind, source.toString(), id);
    }
}
