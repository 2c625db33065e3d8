package org.laurel.completion.statistics.domain;

import java.time.LocalDate;
import org.laurel.completion.progress.domain.Counter;

/** Days, the first and the last included. */
public record DayRange(LocalDate from, LocalDate to) {

    /** The longest one that is answered. */
    public static final int MOST_DAYS = Counter.DAYS;

    /** Whether this has at least a day and no more than {@link #MOST_DAYS}. */
    public boolean isAnswered() {
        return !from.isAfter(to) && to.isBefore(from.plusDays(MOST_DAYS));
    }
}
