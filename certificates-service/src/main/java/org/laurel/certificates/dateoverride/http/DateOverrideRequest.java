package org.laurel.certificates.dateoverride.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.laurel.kit.problem.ProblemException;

/**
 * The issue date that a certificate is to bear.
 *
 * @param date a day, which means its first moment in UTC, or a time with its offset
 * @param reason why, at most 1,000 characters
 */
public record DateOverrideRequest(
        @NotBlank @Size(max = 50) String date,
        @NotBlank @Size(max = 1000) String reason) {

    private static final int DAY = "2026-02-03".length();
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    /**
     * The time, in the microseconds that the database keeps.
     *
     * @throws ProblemException 400 when the text is neither a day nor a time, or the year is not from 1900 to 9999
     */
    Instant time() {
        OffsetDateTime time = parsed();
        if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
            throw ProblemException.badRequest("invalid_date", "date takes a year from 1900 to 9999.");
        }
        return time.toInstant().truncatedTo(ChronoUnit.MICROS);
    }

    private OffsetDateTime parsed() {
        try {
            return date.length() == DAY
                    ? LocalDate.parse(date).atStartOfDay().atOffset(ZoneOffset.UTC)
                    : OffsetDateTime.parse(date);
        } catch (DateTimeParseException malformed) {
            throw ProblemException.badRequest(
                    "invalid_date", "date takes a day such as 2026-02-03 or a time such as 2026-02-03T04:05:06Z.");
        }
    }
}
