package org.laurel.completion.progress.http;

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
 */
public record CompletionAnswer(double earned, @Nullable Double possible, double percent, double ratio) {

    static final CompletionAnswer UNKNOWN = new CompletionAnswer(0, null, 0, 0);

    static CompletionAnswer of(Tally tally) {
        double earned = tally.earned() / (double) Units.ONE;
        return new CompletionAnswer(earned, (double) tally.possible(), tally.percent(), tally.percent());
    }
}
