package org.laurel.enrollment.course.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.course.domain.CourseMode;
import org.laurel.events.key.CourseKey;

/**
 * A mode as clients of the course modes API read it (course modes, fields).
 *
 * @param price {@code minPrice} under the name that shops use
 */
record ModeView(
        String courseId,
        String modeSlug,
        String modeDisplayName,
        int minPrice,
        int price,
        String currency,
        @Nullable Instant expirationDatetime,
        boolean expirationDatetimeIsExplicit,
        @Nullable String description,
        @Nullable String sku,
        @Nullable String bulkSku,
        @Nullable String androidSku,
        @Nullable String iosSku) {

    static ModeView of(CourseKey key, CourseMode mode) {
        return new ModeView(
                key.value(),
                mode.slug(),
                mode.name(),
                mode.minPrice(),
                mode.minPrice(),
                mode.currency(),
                mode.expiresAt(),
                mode.expiryIsExplicit(),
                mode.description(),
                mode.sku(),
                mode.bulkSku(),
                mode.androidSku(),
                mode.iosSku());
    }
}
