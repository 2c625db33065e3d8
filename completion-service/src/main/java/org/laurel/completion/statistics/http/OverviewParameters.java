package org.laurel.completion.statistics.http;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.statistics.domain.DayRange;
import org.laurel.kit.problem.ProblemException;

/** What of an overview is wanted. */
public class OverviewParameters {

    private static final int USUAL_DAYS = 30;
    private static final int USUAL_POINTS = 10;
    private static final int MOST_POINTS = 100;

    @QueryParam("from")
    @Parameter(description = "First day in UTC, YYYY-MM-DD; 30 days in all by default")
    @Nullable String from;

    @QueryParam("to")
    @Parameter(description = "Last day in UTC, YYYY-MM-DD; today by default")
    @Nullable String to;

    @QueryParam("limit")
    @Parameter(description = "The most stuck points: 10 by default, at most 100")
    @Nullable String limit;

    /**
     * The days.
     *
     * @throws ProblemException 400 when they cannot be read, end before they start or are too many
     */
    DayRange days(LocalDate today) {
        LocalDate last = to == null ? today : day(to);
        DayRange range = new DayRange(from == null ? last.minusDays(USUAL_DAYS - 1L) : day(from), last);
        if (!range.isAnswered()) {
            throw ProblemException.badRequest(
                    "invalid_days", "from is at most 399 days before to: at most " + DayRange.MOST_DAYS + " days.");
        }
        return range;
    }

    /**
     * The most stuck points.
     *
     * @throws ProblemException 400 when it is no number from 1 to 100
     */
    int stuckPoints() {
        try {
            int number = limit == null ? USUAL_POINTS : Integer.parseInt(limit);
            if (number >= 1 && number <= MOST_POINTS) {
                return number;
            }
        } catch (NumberFormatException malformed) {
            // Answered as a number that is out of range.
        }
        throw ProblemException.badRequest("invalid_limit", "limit is a number from 1 to " + MOST_POINTS + ".");
    }

    private static LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 1 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeParseException malformed) {
            // Answered as a day that nobody can mean.
        }
        throw ProblemException.badRequest("invalid_day", "'" + text + "' is no day: YYYY-MM-DD.");
    }
}
