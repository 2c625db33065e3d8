package org.laurel.enrollment.retirement.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.laurel.kit.problem.ProblemException;

/** Days of parameters, {@code YYYY-MM-DD}, in UTC. */
final class Days {

    private Days() {}

    /** @throws ProblemException 400 when the text is no day */
    static Instant start(String parameter, String text) {
        return day(parameter, text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The first moment after the day. */
    static Instant end(String parameter, String text) {
        return day(parameter, text).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate day(String parameter, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 1970 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeException malformed) {
            throw bad(parameter);
        }
        throw bad(parameter);
    }

    private static ProblemException bad(String parameter) {
        return ProblemException.badRequest("invalid_date", parameter + " is no date of the form YYYY-MM-DD.");
    }
}
