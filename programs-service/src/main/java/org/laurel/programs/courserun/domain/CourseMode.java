package org.laurel.programs.courserun.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One mode in which a course run is offered.
 *
 * @param slug the mode, such as {@code audit} or {@code verified}
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

    /** Whether the mode may no longer be taken; its last moment still counts. */
    public boolean isExpired(Instant now) {
        return expiresAt != null && expiresAt.isBefore(now);
    }

    /** Whether the mode costs something. */
    public boolean isPaid() {
        return minPrice > 0;
    }
}
