package org.laurel.completion.structure.domain;

import org.jspecify.annotations.Nullable;

/**
 * A block and what a learner can reach below it. Usually one whose sum is kept and told.
 *
 * @param number in the graph: whatever lies below the block has a higher one
 * @param possible how many completable blocks lie below it, each counted once for each way to it
 * @param optionalPossible the same for ways over optional blocks, which do not count towards the total
 */
public record Aggregate(int number, String blockKey, String type, long possible, long optionalPossible) {

    /** Whether as much can be earned below another one, of the same block in another view. */
    boolean reachesAsMuchAs(@Nullable Aggregate other) {
        return other != null && possible == other.possible && optionalPossible == other.optionalPossible;
    }

    /** Whether this is the whole course. */
    public boolean isCourse() {
        return number == CourseGraph.ROOT;
    }
}
