package org.laurel.completion.progress.domain;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.structure.domain.Aggregate;
import org.laurel.completion.structure.domain.CourseView;

/**
 * What a reader sees of an enrolled learner's progress, always by what the learner sees now.
 *
 * @param view the course run as the learner sees it, null before a structure is known
 * @param earned by aggregated block; blocks that are not there have nothing
 * @param completions of single blocks in {@link Units}, by key, if they were asked for
 */
public record ProgressView(
        CourseLearner key,
        String username,
        @Nullable CourseView view,
        Map<Aggregate, Earned> earned,
        Map<String, Long> completions) {

    public ProgressView {
        earned = Map.copyOf(earned);
        completions = Map.copyOf(completions);
    }

    /** The kept sum of a block that the learner sees. */
    public Tally tally(Aggregate aggregate) {
        return Tally.of(earned.getOrDefault(aggregate, Earned.NOTHING), aggregate);
    }

    /** The sum of any block that the learner sees; for one that is not kept, completions have to be there. */
    public Tally tallyOfAny(CourseView seen, Aggregate block) {
        if (seen.keepsSum(block)) {
            return tally(block);
        }
        Earned sum = completions.entrySet().stream()
                .map(one -> seen.shareIn(block, one.getKey())
                        .map(share -> Sums.earned(share, one.getValue()))
                        .orElse(Earned.NOTHING))
                .reduce(Earned.NOTHING, Earned::plus);
        return Tally.of(sum, block);
    }
}
