package org.laurel.completion.progress.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What commands come to for one learner in one course run.
 *
 * @param completions to keep
 * @param course to keep, null when it stays as it is
 * @param rows to keep
 * @param facts to tell, sums below the course first
 */
public record ProgressDecision(
        CourseLearner key,
        List<BlockCompletion> completions,
        @Nullable CourseRow course,
        List<BlockRow> rows,
        List<ProgressFact> facts) {}
