package org.laurel.programs.configuration.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times as clients write them. */
final class DateText {

    private static final int LONGEST = 64;

    private DateText() {}

    /** The time, cut to microseconds; with a blank instead of the T too, as existing clients send it. Null for what is none. */
    static @Nullable Instant read(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        String written = text.strip().replaceFirst("^(\\S{10}) (?=\\d)", "$1T");
        try {
            OffsetDateTime time = OffsetDateTime.parse(written, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                    .withOffsetSameInstant(ZoneOffset.UTC);
            return time.getYear() < 1 || time.getYear() > 9999
                    ? null
                    : time.toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException malformed) {
            return null;
        }
    }
}
