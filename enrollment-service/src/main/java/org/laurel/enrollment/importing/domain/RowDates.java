package org.laurel.enrollment.importing.domain;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/**
 * Dates as databases and frameworks write them: ISO 8601, with a blank for the T, with UTC where no offset stands, and at the
 * begin of the day where no time stands.
 */
public final class RowDates {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffset("+HH:mm:ss", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHmm", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH", "Z")
            .optionalEnd()
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private RowDates() {}

    /** The time, cut to microseconds; empty when the text is none, or lies outside the years 1 to 9999. */
    public static Optional<Instant> parse(String text) {
        try {
            String iso = text.length() > 10 && text.charAt(10) == ' ' ? text.replaceFirst(" ", "T") : text;
            TemporalAccessor parsed =
                    FORM.parseBest(iso.replace(" ", ""), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            Instant time = switch (parsed) {
                case OffsetDateTime exact -> exact.toInstant();
                case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
                default -> LocalDate.from(parsed).atStartOfDay().toInstant(ZoneOffset.UTC);
            };
            return time.isBefore(FIRST) || time.isAfter(LAST)
                    ? Optional.empty()
                    : Optional.of(time.truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }
}
