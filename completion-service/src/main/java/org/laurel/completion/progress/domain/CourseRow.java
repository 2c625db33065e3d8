package org.laurel.completion.progress.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.standing.domain.Membership;
import org.laurel.completion.structure.domain.CourseGraph;
import org.laurel.completion.structure.domain.Profile;

/**
 * A learner's sum for a whole course run, as it is stored.
 *
 * @param follows by what this sum and those of the blocks were counted
 * @param member as whom the learner is counted
 * @param revision counts the occasions on which something was told of the learner in this course run
 * @param version the revision at which the course's sum was last told, 0 when it never was
 * @param toldAt the time that was told with this version, null when it was not kept yet or nothing was told
 * @param crossing how others were last told that the course was completed, or no longer was; null when they never were, or when
 *     it was not kept yet
 * @param clearedAt the learner's completions up to this time are gone, null when none were cleared
 */
public record CourseRow(
        Follows follows,
        Membership member,
        Tally tally,
        long revision,
        long version,
        @Nullable Instant toldAt,
        @Nullable Crossing crossing,
        @Nullable Instant clearedAt) {

    /** The row of a learner of whom nothing is known, in a database that was never restored. */
    public static final CourseRow NEW = startingAt(0);

    /**
     * The row of a learner of whom nothing is known.
     *
     * @param revision at least that of everything that was told of such learners before a backup was restored
     */
    public static CourseRow startingAt(long revision) {
        Follows nothing = new Follows(Profile.UNBASED, Instant.EPOCH, null);
        return new CourseRow(nothing, Membership.NONE, Tally.NONE, revision, 0, null, null, null);
    }

    /**
     * By what sums were counted.
     *
     * @param profile what the learner saw
     * @param seenAt when that was
     * @param until when the learner sees something else although no fact arrives, null for never
     */
    public record Follows(
            Profile profile, Instant seenAt, @Nullable Instant until) {

        /** Whether a learner of whom nothing else has changed still sees the same. */
        public boolean isCurrent(CourseGraph graph, Instant now) {
            return profile.structureId() == graph.id()
                    && profile.typesVersion() == graph.types().version()
                    && (until == null || until.isAfter(now));
        }

        /** The time by which the learner's own releases are to be judged: clocks of several processes differ. */
        public Instant asOf(Instant now) {
            return seenAt.isAfter(now) ? seenAt : now;
        }
    }

    /**
     * That the course got to or left 100 %.
     *
     * @param version of the course's sum that did
     * @param at the time that was told with it
     */
    public record Crossing(long version, Instant at) {}

    /** Whether others were told that the course is complete. A course of which nothing can be seen is not. */
    boolean wasToldComplete() {
        return version > 0 && tally.possible() > 0 && tally.isComplete();
    }

    /** The same after others are told that the course got to or left 100 %. */
    CourseRow crossing(Crossing now) {
        return new CourseRow(follows, member, tally, revision, version, toldAt, now, clearedAt);
    }

    /**
     * Whether a new sum is news. Before anything was told, the sum is what everybody takes it to be: nothing of what is
     * possible.
     */
    boolean isNews(Tally sum) {
        return version == 0 ? sum.earned() != 0 : sum.earned() != tally.earned() || sum.possible() != tally.possible();
    }
}
