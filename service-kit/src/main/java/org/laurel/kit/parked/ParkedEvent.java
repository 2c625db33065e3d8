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
 * @param value the beginning of the record value as text, 64 KiB or in lists 4 KiB at most; null without one or once resolved
 * @param valueBytes how many bytes the whole value has
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
        @Nullable Integer valueBytes,
        Map<String, String> headers) {}
