package org.laurel.events.internal;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object by name, for bodies to which an absent member and null are not the same. Every reading checks
 * the type as strictly as the schemas do and throws {@link IllegalArgumentException}.
 *
 * @param values texts, whole numbers and flags as JSON readers give them; times as text or {@link Instant}
 */
public record Members(Map<String, @Nullable Object> values) {

    /** Whether the object has the member, be it null. */
    public boolean has(String member) {
        return values.containsKey(member);
    }

    /** A text, or null. */
    public @Nullable String text(String member) {
        return value(member, String.class, "a text");
    }

    /** True, false or null. */
    public @Nullable Boolean flag(String member) {
        return value(member, Boolean.class, "true or false");
    }

    /** A whole number of 32 bits, or null. */
    public @Nullable Integer integer(String member) {
        Object value = values.get(member);
        if (value instanceof Long || value instanceof BigInteger) {
            throw new IllegalArgumentException(member + " is too large");
        }
        return value(member, Integer.class, "a whole number");
    }

    /** A time with its offset from UTC, or null. */
    public @Nullable Instant time(String member) {
        if (values.get(member) instanceof Instant instant) {
            return instant;
        }
        String text = text(member);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException(member + " is no time of RFC 3339", malformed);
        }
    }

    private <T> @Nullable T value(String member, Class<T> type, String kind) {
        Object value = values.get(member);
        if (value != null && !type.isInstance(value)) {
            throw new IllegalArgumentException(member + " is not " + kind);
        }
        return type.cast(value);
    }
}
