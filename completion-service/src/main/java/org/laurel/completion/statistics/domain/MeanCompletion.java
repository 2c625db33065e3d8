package org.laurel.completion.statistics.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.progress.domain.Units;

/**
 * How far learners are on average (completion, stats): the mean of what they have earned and of what they can, and the one by
 * the other, which is weighted by what each can earn and so is not the mean of their percents.
 *
 * @param earned in blocks
 * @param possible in blocks; 0 of nobody, null before the structure is known
 * @param percent from 0 to 1; 1 when none of them can earn anything, 0 of nobody
 */
public record MeanCompletion(double earned, @Nullable Double possible, double percent) {

    private static final MathContext DIGITS = MathContext.DECIMAL64;

    /** Of these learners. Those who were counted before a structure was known have earned nothing, and count so. */
    public static MeanCompletion of(List<LearnersTotal> learners) {
        Totals all = sum(learners);
        if (all.learners() == 0) {
            return new MeanCompletion(0, 0.0, 0);
        }
        Totals based = sum(learners.stream().filter(part -> !part.isUnbased()).toList());
        if (based.learners() == 0) {
            return new MeanCompletion(0, null, 0);
        }
        BigDecimal earned =
                all.earned().divide(BigDecimal.valueOf(Units.ONE).multiply(BigDecimal.valueOf(all.learners())), DIGITS);
        BigDecimal possible = based.possible().divide(BigDecimal.valueOf(based.learners()), DIGITS);
        return new MeanCompletion(earned.doubleValue(), possible.doubleValue(), percent(all, based));
    }

    private static double percent(Totals all, Totals based) {
        if (based.possible().signum() == 0) {
            return 1;
        }
        return all.earned()
                .multiply(BigDecimal.valueOf(based.learners()))
                .divide(
                        based.possible()
                                .multiply(BigDecimal.valueOf(Units.ONE))
                                .multiply(BigDecimal.valueOf(all.learners())),
                        DIGITS)
                .doubleValue();
    }

    private static Totals sum(List<LearnersTotal> learners) {
        return learners.stream().map(LearnersTotal::totals).reduce(Totals.NONE, Totals::plus);
    }
}
