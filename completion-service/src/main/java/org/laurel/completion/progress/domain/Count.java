package org.laurel.completion.progress.domain;

/**
 * By how much a counter moves.
 *
 * @param learners how many learners
 * @param started how many of them have earned anything
 * @param completed how many of them have earned all that is possible, and something is
 * @param earned what they have earned, in {@link Units}
 * @param possible what they can earn, in whole blocks
 * @param percent the sum of their percents, in {@link #PERCENT_UNITS}
 */
public record Count(long learners, long started, long completed, long earned, long possible, long percent) {

    /** 100 % of one learner: a trillion. */
    public static final long PERCENT_UNITS = 1_000_000_000_000L;

    /** No movement. */
    public static final Count NONE = new Count(0, 0, 0, 0, 0, 0);

    /** One learner with a sum. */
    static Count of(Tally tally) {
        return new Count(
                1,
                tally.earned() > 0 ? 1 : 0,
                tally.possible() > 0 && tally.isComplete() ? 1 : 0,
                tally.earned(),
                tally.possible(),
                percent(tally));
    }

    /** One learner of whose course run no structure is known. */
    static Count unbased() {
        return new Count(1, 0, 0, 0, 0, 0);
    }

    private static long percent(Tally tally) {
        long possible = tally.possible();
        return possible == 0 ? PERCENT_UNITS : (tally.earned() * (PERCENT_UNITS / Units.ONE) + possible / 2) / possible;
    }

    /** Both movements together. */
    public Count plus(Count other) {
        return new Count(
                learners + other.learners,
                started + other.started,
                completed + other.completed,
                earned + other.earned,
                possible + other.possible,
                percent + other.percent);
    }

    /** The movement that takes this one back. */
    Count negated() {
        return new Count(-learners, -started, -completed, -earned, -possible, -percent);
    }
}
