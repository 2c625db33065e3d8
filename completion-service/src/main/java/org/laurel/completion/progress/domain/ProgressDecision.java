package org.laurel.completion.progress.domain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.standing.domain.CourseLearner;

/**
 * What commands come to for one learner in one course run.
 *
 * @param completions to keep
 * @param created keys of those blocks of which nothing was known before
 * @param forgotten keys of blocks whose completions go
 * @param course to keep, null when it stays as it is
 * @param rows to keep
 * @param removed keys of blocks whose rows go
 * @param facts to tell, sums below the course first
 * @param counters by how much the course run's numbers move
 */
public record ProgressDecision(
        CourseLearner key,
        List<BlockCompletion> completions,
        List<String> created,
        List<String> forgotten,
        @Nullable CourseRow course,
        List<BlockRow> rows,
        List<String> removed,
        List<ProgressFact> facts,
        Map<Counter, Count> counters) {}
