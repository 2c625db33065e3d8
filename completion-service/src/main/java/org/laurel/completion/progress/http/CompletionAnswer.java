package org.laurel.completion.progress.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.progress.domain.Tally;
import org.laurel.completion.progress.domain.Units;

/**
 * How far somebody has come.
 *
 * @param earned sum of completions, each from 0 to 1
 * @param possible how many blocks can be completed, null before the course's structure is known
 * @param percent earned by possible, from 0 to 1; 1 when nothing is possible
 * @param ratio the same as percent, for older clients
 * @param optional what optional blocks come to, which do not count towards the other members; there when it was asked for
 */
public record CompletionAnswer(
        double earned,
        @Nullable Double possible,
        double percent,
        double ratio,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OptionalAnswer optional) {

    /**
     * How far somebody has come with optional blocks.
     *
     * @param possible 0 when there are none, and null before the course's structure is known
     */
    public record OptionalAnswer(double earned, @Nullable Double possible, double percent, double ratio) {

        private static final OptionalAnswer UNKNOWN = new OptionalAnswer(0, null, 0, 0);

        private static OptionalAnswer of(Tally tally) {
            return new OptionalAnswer(
                    CompletionAnswer.earned(tally), (double) tally.possible(), tally.percent(), tally.percent());
        }
    }

    /** Before the course's structure is known. */
    static CompletionAnswer unknown(boolean includeOptional) {
        return new CompletionAnswer(0, null, 0, 0, includeOptional ? OptionalAnswer.UNKNOWN : null);
    }

    static CompletionAnswer of(Tally tally, boolean includeOptional) {
        return new CompletionAnswer(
                earned(tally),
                (double) tally.possible(),
                tally.percent(),
                tally.percent(),
                includeOptional ? OptionalAnswer.of(tally.optional()) : null);
    }

    private static double earned(Tally tally) {
        return tally.earned() / (double) Units.ONE;
    }
}
