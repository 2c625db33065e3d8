package org.laurel.certificates.instructor.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Days as instructors' pages show them, {@code December 09, 2015}, in UTC. Source: certificates, dates. */
final class DateText {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("MMMM dd, uuuu", Locale.US).withZone(ZoneOffset.UTC);

    private DateText() {}

    static String of(Instant time) {
        return DAY.format(time);
    }

    static @Nullable String ofNullable(@Nullable Instant time) {
        return time == null ? null : of(time);
    }
}
