package org.laurel.completion.statistics.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of the selected learners of a course run.
 *
 * @param learners by what they see and how far they are
 * @param blocks by block key, of those who have earned anything there
 * @param blocksWithoutMakers the same, but of nobody who makes the course
 * @param cohorts by cohort id
 * @param days by how much the learners' numbers moved on each day, {@code YYYY-MM-DD}; all before the range under the empty one
 * @param told the first day whose end is known: all earlier ones are kept together. Null when each day is kept
 */
public record CourseNumbers(
        List<LearnersTotal> learners,
        Map<String, Totals> blocks,
        Map<String, Totals> blocksWithoutMakers,
        Map<Long, Totals> cohorts,
        Map<String, Totals> days,
        @Nullable LocalDate told) {

    public CourseNumbers {
        learners = List.copyOf(learners);
        blocks = Map.copyOf(blocks);
        blocksWithoutMakers = Map.copyOf(blocksWithoutMakers);
        cohorts = Map.copyOf(cohorts);
        days = Map.copyOf(days);
    }
}
