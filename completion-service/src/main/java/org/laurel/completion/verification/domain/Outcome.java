package org.laurel.completion.verification.domain;

import java.util.Locale;

/** What a verification counts. */
public enum Outcome {
    /** Learners in course runs whose rows are what a walk says. */
    RIGHT,
    /** Learners in course runs whose rows differ. */
    DIFFERENT,
    /** Learners in course runs whose rows follow what the learner saw before, and whom a job counts again. */
    BEHIND,
    /** Learners in course runs who were counted again because their rows differ. */
    REPAIRED,
    /** Differences in rows. */
    ROWS,
    /** Course runs whose numbers were counted again from the rows. */
    COURSE_RUNS,
    /** Numbers of course runs that differ. */
    NUMBERS,
    /** Numbers of course runs that were put right. */
    NUMBERS_REPAIRED;

    /** The word in counts of jobs. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
