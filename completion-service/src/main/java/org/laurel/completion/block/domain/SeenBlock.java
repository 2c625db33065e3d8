package org.laurel.completion.block.domain;

import org.laurel.completion.progress.domain.Tally;
import org.laurel.completion.progress.domain.Units;

/**
 * A block that a learner sees and that counts.
 *
 * @param single whether it counts as one; otherwise as the sum of what the learner sees below it
 * @param tally of what lies below it, or of itself
 */
public record SeenBlock(String blockKey, String type, boolean single, Tally tally) {

    /** Whether everything is completed that the learner sees there, also when that is nothing. */
    public boolean isDone() {
        return tally.isAllDone();
    }

    /** How far the learner is, from 0 to 1: a single block's own completion, otherwise done or not. */
    public double completion() {
        if (single) {
            return (tally.earned() + tally.optionalEarned()) / (double) Units.ONE;
        }
        return isDone() ? 1 : 0;
    }
}
