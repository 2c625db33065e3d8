package org.laurel.completion.verification.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.progress.domain.BlockRow;
import org.laurel.completion.progress.domain.Tally;
import org.laurel.completion.progress.domain.Units;
import org.laurel.completion.standing.domain.Membership;
import org.laurel.completion.structure.domain.Profile;

/**
 * A learner's stored rows beside a walk (completion, verifier). Rows that follow what the learner saw before are no difference while
 * a job is on its way that counts them again: reads do not use them. A row that is not there is one.
 */
public final class Comparison {

    private Comparison() {}

    /**
     * How long after a release a job is waited for that brings learners up to it: they are looked for every half minute, but for an hour
     * after a job that could not count somebody of the course run.
     */
    private static final Duration SOON = Duration.ofMinutes(70);

    /**
     * What is stored of a learner in a course run, and what decides what should be.
     *
     * @param values of completed blocks
     * @param rows by block key
     * @param walk through the structure that counts, null before one is known
     */
    public record Stored(
            Told told,
            Map<String, Long> values,
            Map<String, BlockRow> rows,
            @Nullable FullWalk walk) {

        /** Whether the rows follow what the learner saw before: an older structure or registry, or before a release. */
        public boolean isBehind(Instant now) {
            return told.kept() != null && (isOutdated(told.kept()) || isDue(told.kept(), now));
        }

        /** Whether the rows follow what the learner saw before a release that has just come. */
        public boolean isJustReleased(Instant now) {
            return told.kept() != null && !isOutdated(told.kept()) && !isDue(told.kept(), now.minus(SOON));
        }

        private boolean isOutdated(Told.Kept kept) {
            return walk == null ? kept.profile().structureId() != 0 : !walk.isOf(kept.profile());
        }

        private static boolean isDue(Told.Kept kept, Instant now) {
            return kept.until() != null && !kept.until().isAfter(now);
        }

        private Profile profile(Instant now) {
            return walk == null ? Profile.UNBASED : walk.profile(told.viewer(), now);
        }
    }

    /** The difference of rows that are behind although nothing will bring them up. */
    public static Difference forgotten(Stored stored, Instant now) {
        Told.Kept kept = Objects.requireNonNull(stored.told().kept());
        return new Difference(
                stored.told().key().courseKey(),
                stored.told().key().learnerId(),
                Difference.Kind.BEHIND,
                root(stored),
                "sees " + text(kept.profile()),
                "sees " + text(stored.profile(now)));
    }

    private static String root(Stored stored) {
        return stored.walk() == null ? "course" : stored.walk().root();
    }

    /** Compares rows that are not behind. */
    public static List<Difference> of(Stored stored, Instant now) {
        Told.Kept kept = stored.told().kept();
        // Clocks differ: by a later one than ours blocks may have been released already.
        Instant asOf = kept == null || now.isAfter(kept.seenAt()) ? now : kept.seenAt();
        FullWalk walk = stored.walk();
        Map<String, Tally> sums =
                walk == null ? Map.of() : walk.sums(stored.told().viewer(), asOf, stored.values());
        String root = root(stored);
        String walked = text(
                sums.getOrDefault(root, Tally.NONE),
                stored.profile(asOf),
                stored.told().membership());
        String text = kept == null ? null : text(kept.tally(), kept.profile(), kept.member());
        List<Difference> found = new ArrayList<>();
        if (!walked.equals(text)) {
            found.add(new Difference(
                    stored.told().key().courseKey(),
                    stored.told().key().learnerId(),
                    Difference.Kind.COURSE,
                    root,
                    text,
                    walked));
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
                    stored.told().key().courseKey(),
                    stored.told().key().learnerId(),
                    Difference.Kind.BLOCK,
                    block,
                    kept == null ? null : text(kept),
                    expected == null ? null : text(expected)));
        }
    }

    private static String text(Tally tally, Profile profile, Membership member) {
        return text(tally) + "; sees " + text(profile) + "; "
                + (member.active() ? "enrolled" : "not enrolled") + ", cohorts [" + member.cohorts() + "], roles ["
                + member.roles() + "]";
    }

    private static String text(Profile profile) {
        return profile.id().replace("\n", "+");
    }

    private static String text(Tally tally) {
        return fraction(tally.earned(), tally.possible()) + ", optional "
                + fraction(tally.optionalEarned(), tally.optionalPossible());
    }

    private static String fraction(long earned, long possible) {
        return Units.decimal(earned).toPlainString() + "/" + possible;
    }
}
