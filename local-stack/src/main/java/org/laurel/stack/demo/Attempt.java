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
record Attempt(Learner learner, CourseRun course, String mode, int completed, boolean passing, BigDecimal grade) {
    static final String AUDIT = "audit";
    static final String VERIFIED = "verified";

    /** Whether Laurel must grant a certificate: passing, in a mode that gets one. */
    boolean earnsCertificate() {
        return passing && !mode.equals(AUDIT);
    }

    List<String> completedBlocks() {
        return course.leaves().subList(0, completed);
    }

    /** The part of the course that is complete, from 0 to 1. */
    double percent() {
        return (double) completed / course.leaves().size();
    }

    Attempt failingWith(BigDecimal newGrade) {
        return new Attempt(learner, course, mode, completed, false, newGrade);
    }
}
