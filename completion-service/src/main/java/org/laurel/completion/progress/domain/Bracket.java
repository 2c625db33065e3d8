package org.laurel.completion.progress.domain;

/** A bracket of the distribution of completion: nothing, everything, and ten of equal width in between. */
public final class Bracket {

    /** Nothing earned. */
    public static final int NOTHING = 0;

    /** Everything earned that can be. Who can earn nothing stands here too, but is not among {@link Count#completed}. */
    public static final int EVERYTHING = 11;

    private Bracket() {}

    /**
     * The bracket of a sum.
     *
     * @return {@link #NOTHING}, {@link #EVERYTHING}, or n from 1 to 10 for a percent from (n - 1)/10 up to, and without, n/10
     */
    static int of(Tally tally) {
        if (tally.isComplete()) {
            return EVERYTHING;
        }
        return tally.earned() == 0 ? NOTHING : (int) (tally.earned() * 10 / (tally.possible() * Units.ONE)) + 1;
    }
}
