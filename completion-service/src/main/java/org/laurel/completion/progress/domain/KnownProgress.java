package org.laurel.completion.progress.domain;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.standing.domain.Membership;
import org.laurel.completion.standing.domain.Standing;
import org.laurel.completion.structure.domain.CourseView;

/**
 * What is known of a learner in a course run before commands are decided.
 *
 * @param course as stored, {@link CourseRow#NEW} without a row
 * @param view the course run as the learner sees it now, null before a structure is known
 * @param recount null when the stored sums follow the view and the learner's membership has not changed; then the rows are
 *     those above what the commands touch
 * @param completions of the blocks that the commands touch; all of them when completions are cleared
 * @param rows stored sums by block key, all of them with a recount
 */
public record KnownProgress(
        CourseLearner key,
        CourseRow course,
        @Nullable CourseView view,
        @Nullable Recount recount,
        Map<String, BlockCompletion> completions,
        Map<String, BlockRow> rows) {

    /**
     * Why and from what sums are added up again.
     *
     * @param standing what other services tell of the learner now
     * @param stored whether there is a row already
     * @param behind whether the stored sums follow what the learner saw before
     * @param values of all the learner's completions in {@link Units}, by block key
     */
    public record Recount(Standing standing, boolean stored, boolean behind, Map<String, Long> values) {}

    /** Whether there is a row already. Whoever has none is counted from nothing. */
    boolean isStored() {
        return recount == null || recount.stored();
    }

    /** As whom the learner is counted from now on. */
    Membership member() {
        return recount == null ? course.member() : recount.standing().membership();
    }
}
