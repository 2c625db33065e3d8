package org.laurel.completion.progress.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What a learner has earned of what is possible.
 *
 * @param earned in {@link Units}
 * @param possible in whole blocks
 */
public record Tally(long earned, long possible) {

    private static final MathContext FRACTION = new MathContext(15, RoundingMode.HALF_EVEN);

    /** Whether everything possible is earned; nothing to do counts as done. */
    public boolean isComplete() {
        return earned == possible * Units.ONE;
    }

    /** Earned by possible, from 0 to 1; 1 when nothing is possible (completion, percent). */
    public double percent() {
        return possible == 0 ? 1.0 : earned / ((double) possible * Units.ONE);
    }

    /** {@link #percent} as a decimal number of at most 15 digits. */
    public BigDecimal percentDecimal() {
        if (isComplete()) {
            return BigDecimal.ONE;
        }
        BigDecimal percent = BigDecimal.valueOf(earned)
                .divide(BigDecimal.valueOf(possible * Units.ONE), FRACTION)
                .stripTrailingZeros();
        return percent.scale() < 0 ? percent.setScale(0) : percent;
    }
}
