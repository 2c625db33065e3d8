package org.laurel.kit.flow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.StorableText;
import org.laurel.kit.event.Event;

/**
 * What the log of the flow keeps of an event that came in.
 *
 * @param courseKey the course run that its body is about, null when the key says it or there is none
 * @param correlationId null for an event that starts a chain
 * @param causationId null without one, or when it is the correlation id
 * @param version the producer's sequence number
 */
public record Arrival(
        String type,
        String key,
        @Nullable String courseKey,
        @Nullable String correlationId,
        @Nullable String causationId,
        Instant occurredAt,
        @Nullable Long version) {

    private static final int LONGEST_ID = 255;
    private static final int REPLACEMENT = '\uFFFD';

    /** Of an event, with the id of its cause if it tells one. */
    public static Arrival of(Event<?> event, @Nullable String causationId) {
        String correlation = event.correlationId().equals(event.id()) ? null : storable(event.correlationId());
        String cause = causationId == null ? null : storable(causationId);
        return new Arrival(
                event.type().name(),
                event.body().key(),
                FlowSubject.courseKey(event.body()),
                correlation,
                cause != null && cause.equals(correlation) ? null : cause,
                event.body().occurredAt(),
                event.sequence());
    }

    /** Ids of others may be anything; the log must not be what an event fails for. */
    private static String storable(String id) {
        if (id.length() <= LONGEST_ID && StorableText.isStorable(id)) {
            return id;
        }
        return id.codePoints()
                .limit(LONGEST_ID)
                .map(point -> StorableText.isStorable(Character.toString(point)) ? point : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
