package org.laurel.stack.demo;

import java.math.BigDecimal;
import java.util.List;

/**
 * What one learner does in one course run.
 *
 * @param mode the enrollment mode
 * @param completed how many blocks the learner completes, from the first on
 * @param passing whether the grade is a passing one
 * @param grade from 0 to 1
 */
public record Attempt(
        Learner learner, CourseRun course, String mode, int completed, boolean passing, BigDecimal grade) {
    /** The mode without a certificate. */
    public static final String AUDIT = "audit";
    /** A mode with a certificate. */
    public static final String VERIFIED = "verified";

    /** Whether Laurel must grant a certificate: passing, in a mode that gets one. */
    public boolean earnsCertificate() {
        return passing && !mode.equals(AUDIT);
    }

    /** The blocks that the learner completes. */
    public List<String> completedBlocks() {
        return course.leaves().subList(0, completed);
    }

    /** The part of the course that is complete, from 0 to 1. */
    public double percent() {
        return (double) completed / course.leaves().size();
    }

    /** The same attempt, ending with a failing grade after all. */
    public Attempt failingWith(BigDecimal newGrade) {
        return new Attempt(learner, course, mode, completed, false, newGrade);
    }
}
