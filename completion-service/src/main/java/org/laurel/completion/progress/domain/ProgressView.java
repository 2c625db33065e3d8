package org.laurel.completion.progress.domain;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.structure.domain.Aggregate;
import org.laurel.completion.structure.domain.StructureIndex;

/**
 * What a reader sees of an enrolled learner's progress, always by the newest structure.
 *
 * @param index of the newest structure, null before any is known
 * @param earned by aggregated block in {@link Units}; blocks that are not there have 0
 */
public record ProgressView(
        CourseLearner key, String username, @Nullable StructureIndex index, Map<String, Long> earned) {

    /** The sum of an aggregated block of the structure. */
    public Tally tally(Aggregate aggregate) {
        return new Tally(earned.getOrDefault(aggregate.blockKey(), 0L), aggregate.possible());
    }
}
