package org.laurel.completion.statistics.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import org.laurel.completion.progress.domain.Count;
import org.laurel.completion.progress.domain.Units;

/**
 * What learners come to together. Exact, whatever their number.
 *
 * @param learners how many they are
 * @param started how many of them have earned anything
 * @param completed how many of them have earned all that is possible
 * @param earned what they have earned, in {@link Units}
 * @param possible what they can earn, in whole blocks
 * @param percent the sum of their percents, in {@link Count#PERCENT_UNITS}
 */
public record Totals(
        long learners, long started, long completed, BigDecimal earned, BigDecimal possible, BigDecimal percent) {

    /** Of nobody. */
    public static final Totals NONE = new Totals(0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /** These and others together. */
    public Totals plus(Totals other) {
        return new Totals(
                learners + other.learners,
                started + other.started,
                completed + other.completed,
                earned.add(other.earned),
                possible.add(other.possible),
                percent.add(other.percent));
    }

    /**
     * Whether some learners can come to this. Of what moved on some days only, no sum is impossible: a block may be completed
     * before its learner is enrolled.
     */
    public boolean isPossible() {
        return learners >= 0
                && started >= 0
                && started <= learners
                && completed >= 0
                && completed <= started
                && earned.signum() >= 0
                && possible.signum() >= 0
                && percent.signum() >= 0
                && percent.compareTo(BigDecimal.valueOf(learners).multiply(BigDecimal.valueOf(Count.PERCENT_UNITS)))
                        <= 0;
    }

    /** The mean percent, from 0 to 1; 0 of nobody. */
    public double mean() {
        return meanOf(learners);
    }

    /** The mean percent if so many learners are behind the numbers, those who have earned nothing included; 0 of nobody. */
    double meanOf(long all) {
        if (all <= 0) {
            return 0;
        }
        double mean = percent.divide(
                        BigDecimal.valueOf(all).multiply(BigDecimal.valueOf(Count.PERCENT_UNITS)),
                        MathContext.DECIMAL64)
                .doubleValue();
        return Math.clamp(mean, 0.0, 1.0);
    }
}
