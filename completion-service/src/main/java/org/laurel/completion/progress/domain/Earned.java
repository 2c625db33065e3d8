package org.laurel.completion.progress.domain;

/**
 * What a learner has earned below a block, in {@link Units}.
 *
 * @param counted by blocks that count towards the total
 * @param optional by optional blocks
 */
public record Earned(long counted, long optional) {

    /** Nothing. */
    public static final Earned NOTHING = new Earned(0, 0);

    Earned plus(Earned other) {
        return new Earned(counted + other.counted, optional + other.optional);
    }

    boolean isNothing() {
        return counted == 0 && optional == 0;
    }
}
