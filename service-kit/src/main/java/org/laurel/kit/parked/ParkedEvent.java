package org.laurel.kit.parked;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be handled, as operators see it.
 *
 * @param code short machine-readable reason
 * @param detail the reason for a person, without values of the record; empty once resolved
 * @param key the record key as text, null without one or once resolved
 * @param value the record value as text, in lists no more than its first 64 KiB; null without one or once resolved
 * @param status {@code parked}, {@code replayed} or {@code discarded}
 */
public record ParkedEvent(
        long id,
        String topic,
        int partition,
        long offset,
        @Nullable String eventType,
        String code,
        String detail,
        String status,
        Instant parkedAt,
        @Nullable Instant resolvedAt,
        @Nullable String resolvedBy,
        @Nullable String key,
        @Nullable String value,
        Map<String, String> headers) {}
