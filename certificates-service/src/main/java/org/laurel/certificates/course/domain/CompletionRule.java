package org.laurel.certificates.course.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What part completion plays in a course run's certificates. Source: events, course.completed: whoever needs a threshold other
 * than everything reads the completion of the course block.
 *
 * @param threshold how much of the course run has to be completed, above 0 and at most 1; null when completion plays no part
 * @param requiresPassing whether the passing grade is needed beside the threshold; without a threshold it always is
 */
public record CompletionRule(@Nullable BigDecimal threshold, boolean requiresPassing) {

    /** Completion plays no part. */
    public static final CompletionRule NONE = new CompletionRule(null, true);

    /** One number has one form, so that writing it otherwise is no change. */
    public CompletionRule {
        threshold = threshold == null ? null : threshold.stripTrailingZeros();
    }

    /**
     * What somebody changes. Null leaves a member as it is.
     *
     * @param threshold the new threshold
     * @param requiresPassing whether the passing grade is needed as well
     */
    public record Change(
            @Nullable BigDecimal threshold, @Nullable Boolean requiresPassing) {

        /** Everything stays. */
        public static final Change NONE = new Change(null, null);
    }

    /** Whether completion plays a part. */
    public boolean counts() {
        return threshold != null;
    }

    /** Whether a certificate needs the passing grade. */
    public boolean needsPassing() {
        return threshold == null || requiresPassing;
    }

    /**
     * Whether this much is enough; anything is where completion plays no part.
     *
     * @param percent a fraction from 0 to 1, null when nothing is known
     */
    public boolean isReachedBy(@Nullable BigDecimal percent) {
        return threshold == null || (percent != null && percent.compareTo(threshold) >= 0);
    }

    /** A fraction as people read it, such as 79.99 %. Rounded down: what is not enough must not look like it. */
    public static String inWords(BigDecimal fraction) {
        BigDecimal percent =
                fraction.movePointRight(2).setScale(2, RoundingMode.DOWN).stripTrailingZeros();
        return percent.toPlainString() + " %";
    }

    /** This with what a change has a value for; {@code completion_threshold} may be cleared. */
    CompletionRule with(Change change, Set<String> cleared) {
        BigDecimal next = change.threshold == null ? threshold : change.threshold;
        return new CompletionRule(
                cleared.contains("completion_threshold") ? null : next,
                change.requiresPassing == null ? requiresPassing : change.requiresPassing);
    }
}
