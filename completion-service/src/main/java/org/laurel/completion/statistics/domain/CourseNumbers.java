package org.laurel.completion.statistics.domain;

import java.util.List;
import java.util.Map;

/**
 * What is counted of the selected learners of a course run.
 *
 * @param learners by what they see and how far they are
 * @param blocks by block key, of those who have earned anything there
 * @param cohorts by cohort id
 * @param days by how much the learners' numbers moved on each day, {@code YYYY-MM-DD}; all before the range under the empty one
 */
public record CourseNumbers(
        List<LearnersTotal> learners, Map<String, Totals> blocks, Map<Long, Totals> cohorts, Map<String, Totals> days) {

    public CourseNumbers {
        learners = List.copyOf(learners);
        blocks = Map.copyOf(blocks);
        cohorts = Map.copyOf(cohorts);
        days = Map.copyOf(days);
    }
}
