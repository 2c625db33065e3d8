package org.laurel.completion.progress.domain;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How far the learners of a course run have come on average: the mean of their percents (completion, mean).
 *
 * @param learners active enrollments of people without a role in the course run or its organisation
 * @param percent the sum of their percents, in {@link Count#PERCENT_UNITS}
 */
public record Mean(long learners, BigDecimal percent) {

    /** Of nobody. */
    public static final Mean NONE = new Mean(0, BigDecimal.ZERO);

    /** From 0 to 1; 0 of nobody. */
    public double value() {
        return learners == 0
                ? 0.0
                : percent.divide(
                                BigDecimal.valueOf(learners).multiply(BigDecimal.valueOf(Count.PERCENT_UNITS)),
                                MathContext.DECIMAL64)
                        .doubleValue();
    }
}
