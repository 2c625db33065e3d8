package org.laurel.completion.xapi.domain;

import java.time.Duration;

/**
 * How long to wait after failures in a row.
 *
 * @param first the pause after the first one
 */
public record Backoff(Duration first) {

    /** No pause that we choose is longer. */
    public static final Duration LONGEST = Duration.ofMinutes(5);

    /** No pause that the receiver asks for is longer. */
    public static final Duration LONGEST_ASKED = Duration.ofHours(1);

    private static final int DOUBLINGS = 20;

    /**
     * The next pause: twice as long as the one before, cut at {@link #LONGEST}, and of that between half and all, so that
     * those who failed together do not come back together. One that the receiver asks for is kept when it is longer.
     *
     * @param failures in a row, at least 1
     * @param asked by the receiver, zero when it asked for none
     * @param chance from 0 to 1
     */
    public Duration pause(int failures, Duration asked, double chance) {
        Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        Duration full = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        Duration own = full.dividedBy(2).plusNanos((long) (full.dividedBy(2).toNanos() * chance));
        Duration bounded = asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
        return bounded.compareTo(own) > 0 ? bounded : own;
    }
}
