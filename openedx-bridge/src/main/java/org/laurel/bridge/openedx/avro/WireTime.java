package org.laurel.bridge.openedx.avro;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * Times as texts. They are written as Python writes them, since old Pythons read nothing else: {@code +00:00}, and no fraction
 * or six digits. They are read in whatever form of ISO 8601 Python or others write; a time without offset is in UTC.
 */
final class WireTime {

    private static final DateTimeFormatter WHOLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'+00:00'", Locale.ROOT);
    private static final DateTimeFormatter FRACTION =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'+00:00'", Locale.ROOT);

    /** First moment and end of the years that Python's datetime has. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private static final DateTimeFormatter READ = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXXXX][XXXX]['Z']")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private WireTime() {}

    /**
     * Text of a time; what is finer than a microsecond is cut off.
     *
     * @throws DateTimeException for a time that Python does not have
     */
    static String write(Instant time) {
        if (time.isBefore(FIRST) || !time.isBefore(END)) {
            throw new DateTimeException("the year is outside of 1 to 9999");
        }
        Instant written = time.truncatedTo(ChronoUnit.MICROS);
        boolean whole = written.equals(written.truncatedTo(ChronoUnit.SECONDS));
        return written.atOffset(ZoneOffset.UTC).format(whole ? WHOLE : FRACTION);
    }

    /** Time of a text; empty when it is none. */
    static Optional<Instant> read(String text) {
        try {
            Object best = READ.parseBest(text.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    best instanceof OffsetDateTime offset
                            ? offset.toInstant()
                            : ((LocalDateTime) best).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }
}
