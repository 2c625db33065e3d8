package org.laurel.completion.progress.domain;

/**
 * A learner's sum for a block below the course, as it is stored.
 *
 * @param earned in {@link Units}
 * @param version counts the changes
 */
public record BlockRow(String blockKey, long earned, long version) {

    /** The row of a block that the learner has not touched. */
    static BlockRow untouched(String blockKey) {
        return new BlockRow(blockKey, 0, 0);
    }
}
