package org.laurel.completion.statistics.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.statistics.domain.MeanCompletion;
import org.laurel.completion.statistics.domain.Selection;
import org.laurel.events.key.CourseKey;

/**
 * Statistics of a course run.
 *
 * @param filters the learners who were selected
 * @param results exactly one
 */
public record StatsAnswer(FiltersAnswer filters, List<Result> results) {

    /**
     * The result.
     *
     * @param behind how many of the selected learners' numbers still follow an older structure; a job brings them up to the newest
     * @param mean of the percents of all active enrollments without a role, whatever the filters; only when asked for
     */
    public record Result(
            String courseKey,
            Mean meanCompletion,
            long behind,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double mean) {}

    /**
     * What the selected learners come to on average.
     *
     * @param earned blocks
     * @param possible blocks; null before the course's structure is known
     * @param percent earned by possible, from 0 to 1; 1 when nothing is possible
     */
    public record Mean(double earned, @Nullable Double possible, double percent) {}

    static StatsAnswer of(
            CourseKey courseKey, Selection selection, MeanCompletion completion, long behind, @Nullable Double mean) {
        return new StatsAnswer(
                FiltersAnswer.of(selection),
                List.of(new Result(
                        courseKey.value(),
                        new Mean(completion.earned(), completion.possible(), completion.percent()),
                        behind,
                        mean)));
    }
}
