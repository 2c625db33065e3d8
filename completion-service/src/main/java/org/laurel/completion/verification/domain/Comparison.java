package org.laurel.completion.verification.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.progress.domain.BlockRow;
import org.laurel.completion.progress.domain.CourseRow;
import org.laurel.completion.progress.domain.Tally;
import org.laurel.completion.progress.domain.Units;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.standing.domain.Membership;
import org.laurel.completion.standing.domain.Standing;
import org.laurel.completion.structure.domain.CourseView;
import org.laurel.completion.structure.domain.Profile;

/**
 * A learner's stored rows beside a walk (completion, verifier). Rows that follow what the learner saw before are no difference: they are
 * counted again in their time, and reads do not use them. A row that is not there is one.
 */
public final class Comparison {

    private Comparison() {}

    /**
     * What is stored of a learner in a course run, and what decides what should be.
     *
     * @param course the stored row, null when there is none
     * @param view the course run as the learner sees it now, null before a structure is known
     * @param values of completed blocks
     * @param rows by block key
     */
    public record Stored(
            CourseLearner key,
            @Nullable CourseRow course,
            @Nullable CourseView view,
            Standing standing,
            Map<String, Long> values,
            Map<String, BlockRow> rows) {

        /** Whether the rows follow what the learner saw before, and are to be left alone. */
        public boolean isBehind(Instant now) {
            if (course == null) {
                return false;
            }
            return view == null
                    ? course.follows().profile().structureId() != 0
                    : !course.follows().isCurrent(view.graph(), now);
        }
    }

    /**
     * Compares rows that are not behind.
     *
     * @param walk through the structure that counts, null before one is known
     */
    public static List<Difference> of(Stored stored, @Nullable FullWalk walk, Instant now) {
        CourseRow course = stored.course();
        CourseView view = stored.view();
        Instant asOf = course == null ? now : course.follows().asOf(now);
        Map<String, Tally> sums =
                walk == null ? Map.of() : walk.sums(stored.standing().viewer(), asOf, stored.values());
        String root = walk == null ? "course" : walk.root();
        Profile profile = view == null ? Profile.UNBASED : view.profile();
        String walked = text(
                sums.getOrDefault(root, Tally.NONE), profile, stored.standing().membership());
        String kept =
                course == null ? null : text(course.tally(), course.follows().profile(), course.member());
        List<Difference> found = new ArrayList<>();
        if (!walked.equals(kept)) {
            found.add(new Difference(
                    stored.key().courseKey(), stored.key().learnerId(), Difference.Kind.COURSE, root, kept, walked));
        }
        TreeSet<String> blocks = new TreeSet<>(stored.rows().keySet());
        blocks.addAll(sums.keySet());
        blocks.remove(root);
        for (String block : blocks) {
            BlockRow row = stored.rows().get(block);
            compare(stored, block, row == null ? null : row.tally(), sums.get(block), found);
        }
        return found;
    }

    private static void compare(
            Stored stored, String block, @Nullable Tally kept, @Nullable Tally walked, List<Difference> found) {
        // Without a row nothing is earned.
        boolean nothing = walked == null || (walked.earned() == 0 && walked.optionalEarned() == 0);
        Tally expected = nothing ? null : walked;
        if (kept == null ? expected != null : !kept.equals(expected)) {
            found.add(new Difference(
                    stored.key().courseKey(),
                    stored.key().learnerId(),
                    Difference.Kind.BLOCK,
                    block,
                    kept == null ? null : text(kept),
                    expected == null ? null : text(expected)));
        }
    }

    private static String text(Tally tally, Profile profile, Membership member) {
        return text(tally) + "; sees " + profile.id().replace("\n", "+") + "; "
                + (member.active() ? "enrolled" : "not enrolled") + ", cohorts [" + member.cohorts() + "], roles ["
                + member.roles() + "]";
    }

    private static String text(Tally tally) {
        return fraction(tally.earned(), tally.possible()) + ", optional "
                + fraction(tally.optionalEarned(), tally.optionalPossible());
    }

    private static String fraction(long earned, long possible) {
        return Units.decimal(earned).toPlainString() + "/" + possible;
    }
}
