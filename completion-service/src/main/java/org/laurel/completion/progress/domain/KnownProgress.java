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
 * @param recount whether the stored sums follow something else than the view or the learner's membership may have changed;
 *     then all completions and rows are there, otherwise those that the commands touch
 * @param standing null when it has not changed since the row was stored
 */
public record KnownProgress(
        CourseLearner key,
        CourseRow course,
        @Nullable CourseView view,
        boolean recount,
        @Nullable Standing standing,
        Map<String, BlockCompletion> completions,
        Map<String, BlockRow> rows) {

    /** As whom the learner is counted from now on. */
    Membership member() {
        return standing == null ? course.member() : standing.membership();
    }
}
