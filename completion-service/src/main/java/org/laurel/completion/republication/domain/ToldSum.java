package org.laurel.completion.republication.domain;

import java.time.Instant;
import java.util.List;
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
 */
public record ToldSum(CourseLearner key, String root, Tally tally, long version, Instant toldAt) {

    private static final String COURSE = "course";

    /**
     * The same once more, and that the course run is completed where it is: receivers who know this version or a higher one hear
     * nothing new.
     */
    public List<ProgressFact> again(Cause cause) {
        Aggregate course = new Aggregate(CourseGraph.ROOT, root, COURSE, tally.possible(), tally.optionalPossible());
        ProgressFact sum = new ProgressFact.Progressed(key, course, tally, version, toldAt, cause);
        return tally.possible() > 0 && tally.isComplete()
                ? List.of(sum, new ProgressFact.CompletionCrossed(key, true, version, toldAt, cause))
                : List.of(sum);
    }
}
