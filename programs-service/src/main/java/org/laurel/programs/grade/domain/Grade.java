package org.laurel.programs.grade.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A learner's grade in a course run. Source: programs, grades.
 *
 * @param letter the course's own name for the grade, empty without one
 * @param percent from 0 to 1 with four decimals
 * @param verified whether it was earned in a mode that counts for records
 * @param toldAt when the grade came to be as its teller says, null when it does not say
 */
public record Grade(
        String letter,
        BigDecimal percent,
        boolean verified,
        @Nullable Instant toldAt) {

    /** Decimals that are kept. */
    public static final int DECIMALS = 4;

    /** What members that a first statement leaves out are. */
    public static final Grade NONE = new Grade("", BigDecimal.ZERO, true, null);

    public Grade {
        percent = percent.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /** A grade that a platform told in an event: it counts, and came to be when the event says. */
    public static Grade told(@Nullable String letter, BigDecimal percent, Instant at) {
        return new Grade(letter == null ? "" : letter, percent, true, at);
    }
}
