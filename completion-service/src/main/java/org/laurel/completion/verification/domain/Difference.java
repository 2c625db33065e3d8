package org.laurel.completion.verification.domain;

import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;

/**
 * Something that is stored otherwise than it should be.
 *
 * @param learnerId whose sum, null for a number of the course run
 * @param item the key of the block, or which number
 * @param stored what the database says, null when it says nothing
 * @param walked what a walk or a recount says, null when there should be nothing
 */
public record Difference(
        CourseKey courseKey,
        @Nullable LearnerId learnerId,
        Kind kind,
        String item,
        @Nullable String stored,
        @Nullable String walked) {

    /** What differs. */
    public enum Kind {
        /** A learner's sum for the course, or as whom the learner is counted, or what the learner sees. */
        COURSE,
        /** A learner's sum for a block below the course. */
        BLOCK,
        /** A learner's rows follow what the learner saw before, and no job is on its way that counts them again. */
        BEHIND,
        /** A number of the course run. */
        COUNTER
    }
}
