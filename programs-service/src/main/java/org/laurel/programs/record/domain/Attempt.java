package org.laurel.programs.record.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;

/**
 * A learner's credential in a run of a course, of those that may be seen, and the grade there.
 *
 * @param awarded whether the credential holds; a revoked one still tells of an attempt
 * @param issuedAt the date that staff set, else the date from which it may be seen, else when it was awarded
 * @param grade null when none is known: the course is earned all the same
 */
public record Attempt(
        CourseKey courseKey,
        boolean awarded,
        Instant issuedAt,
        @Nullable EarnedGrade grade) {

    /** Whether it counts as an attempt at a grade. */
    boolean isGraded() {
        return grade != null && grade.verified();
    }
}
