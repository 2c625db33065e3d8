package org.laurel.completion.progress.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.laurel.completion.structure.domain.Aggregate;

/**
 * What a learner has earned of what is possible, and the same beside it for optional blocks.
 *
 * @param earned in {@link Units}
 * @param possible in whole blocks
 * @param optionalEarned in {@link Units}
 * @param optionalPossible in whole blocks
 */
public record Tally(long earned, long possible, long optionalEarned, long optionalPossible) {

    /** Nothing of nothing. */
    public static final Tally NONE = new Tally(0, 0, 0, 0);

    private static final MathContext FRACTION = new MathContext(15, RoundingMode.HALF_EVEN);

    /** A sum below a block. */
    public static Tally of(Earned earned, Aggregate aggregate) {
        return new Tally(earned.counted(), aggregate.possible(), earned.optional(), aggregate.optionalPossible());
    }

    /** What is earned of it. */
    public Earned all() {
        return new Earned(earned, optionalEarned);
    }

    /** What optional blocks come to by themselves. */
    public Tally optional() {
        return new Tally(optionalEarned, optionalPossible, 0, 0);
    }

    /** Whether everything possible is earned; nothing to do counts as done. */
    public boolean isComplete() {
        return earned == possible * Units.ONE;
    }

    /** Whether nothing is left to do: of what counts or, where only optional blocks are, of those. */
    public boolean isAllDone() {
        return possible > 0 ? isComplete() : optionalEarned == optionalPossible * Units.ONE;
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
