package org.laurel.completion.progress.domain;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.structure.domain.StructureIndex;

/**
 * What the database holds about a learner in a course run. When the sums follow the newest structure, completions and rows
 * of what the commands touch are enough; otherwise all of them are there.
 *
 * @param course null when nothing was ever submitted
 */
public record KnownProgress(
        CourseLearner key,
        @Nullable CourseRow course,
        Map<String, BlockCompletion> completions,
        Map<String, BlockRow> rows) {

    /** Whether stored sums follow this structure. */
    public static boolean follows(@Nullable CourseRow course, @Nullable StructureIndex index) {
        return course != null && index != null && course.structureId() == index.id();
    }
}
