package org.laurel.completion.republication.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.progress.domain.CourseRow;
import org.laurel.completion.progress.domain.ProgressFact;
import org.laurel.completion.progress.domain.Tally;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.structure.domain.Aggregate;
import org.laurel.completion.structure.domain.CourseGraph;
import org.laurel.kit.domain.Cause;

/**
 * A learner's sum for a whole course run, as it was told last.
 *
 * @param root key of the block that is the course
 * @param version at which it was told, at least 1
 * @param toldAt the time that was told with it; where that was not kept yet, the latest that it can have been
 * @param crossing how it was last told that the course run got to or left 100 %; null when it never was, or was not kept yet
 */
public record ToldSum(
        CourseLearner key,
        String root,
        Tally tally,
        long version,
        Instant toldAt,
        CourseRow.@Nullable Crossing crossing) {

    private static final String COURSE = "course";

    /**
     * The same once more, and that the course run is completed, or that it no longer is, as that was told last: receivers who know
     * this version or a higher one hear nothing new. Of a learner who never got to 100 % only the sum is told.
     */
    public List<ProgressFact> again(Cause cause) {
        Aggregate course = new Aggregate(CourseGraph.ROOT, root, COURSE, tally.possible(), tally.optionalPossible());
        ProgressFact sum = new ProgressFact.Progressed(key, course, tally, version, toldAt, cause);
        boolean completed = tally.possible() > 0 && tally.isComplete();
        if (crossing != null) {
            return List.of(
                    sum, new ProgressFact.CompletionCrossed(key, completed, crossing.version(), crossing.at(), cause));
        }
        return completed
                ? List.of(sum, new ProgressFact.CompletionCrossed(key, true, version, toldAt, cause))
                : List.of(sum);
    }
}
