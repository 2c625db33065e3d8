package org.laurel.certificates.mode.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One mode in which a course run is offered.
 *
 * @param slug the mode; {@link ModeLists} says what it means
 * @param name what learners read
 * @param minPrice smallest price in whole units of the currency; 0 is free
 * @param currency lower-case currency code
 * @param expiresAt until when the mode may be taken, null when it does not end
 */
public record CourseMode(
        String slug,
        String name,
        int minPrice,
        String currency,
        @Nullable Instant expiresAt) {

    /** The mode of a run that has none (certificates description, section 1, CourseMode). */
    public static final CourseMode DEFAULT = new CourseMode("audit", "Audit", 0, "usd", null);

    /** Whether the mode may no longer be taken; its last moment still counts. */
    public boolean isExpired(Instant now) {
        return expiresAt != null && expiresAt.isBefore(now);
    }

    /** Whether the mode costs something. */
    public boolean isPaid() {
        return minPrice > 0;
    }
}
