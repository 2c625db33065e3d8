package org.laurel.completion.progress.domain;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.standing.domain.Membership;
import org.laurel.completion.standing.domain.Standing;
import org.laurel.completion.structure.domain.CourseView;
import org.laurel.completion.structure.domain.ViewChange;

/**
 * What is known of a learner in a course run before commands are decided.
 *
 * @param course as stored, {@link CourseRow#startingAt a new one} without a row
 * @param view the course run as the learner sees it now, null before a structure is known
 * @param recount null when the stored sums follow the view and the learner's membership has not changed
 * @param completions of the blocks that the commands touch or the change names; all of them when completions are cleared
 * @param rows stored sums by block key: those above what the commands touch and those that the change names, or all of them when
 *     sums are added up from nothing
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
     * @param change what the stored sums miss; the completions and rows of the blocks that it names are there. Null when sums are
     *     added up from nothing
     * @param values of all the learner's completions in {@link Units}, by block key; none with a change
     */
    public record Recount(
            Standing standing,
            boolean stored,
            boolean behind,
            @Nullable ViewChange change,
            Map<String, Long> values) {}

    /** Whether sums are added up from nothing. */
    boolean isFromNothing() {
        return recount != null && recount.change() == null;
    }

    /** Values of all completions when sums are added up from nothing. */
    Map<String, Long> values() {
        return recount == null ? Map.of() : recount.values();
    }

    /** What the stored sums miss. */
    ViewChange change() {
        return recount == null || recount.change() == null ? ViewChange.NONE : recount.change();
    }

    /** Whether there is a row already. Whoever has none is counted from nothing. */
    boolean isStored() {
        return recount == null || recount.stored();
    }

    /** As whom the learner is counted from now on. */
    Membership member() {
        return recount == null ? course.member() : recount.standing().membership();
    }
}
