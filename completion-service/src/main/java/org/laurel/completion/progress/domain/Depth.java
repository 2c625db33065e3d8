package org.laurel.completion.progress.domain;

/** How much of a learner's progress is read. */
public enum Depth {
    /** The course's sum. */
    COURSE,
    /** All kept sums. */
    BLOCKS,
    /** All kept sums and the completions of single blocks. */
    COMPLETIONS
}
