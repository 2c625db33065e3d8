package org.laurel.enrollment.cohort.domain;

import org.jspecify.annotations.Nullable;

/**
 * A part of the learners of a course run.
 *
 * @param name 1 to 255 characters, unique in the course run
 * @param contentGroup null when the cohort sees no content of its own
 */
public record Cohort(
        CohortKey key,
        String name,
        AssignmentType type,
        @Nullable ContentGroup contentGroup) {

    /** The same cohort under another name. */
    public Cohort named(String other) {
        return new Cohort(key, other, type, contentGroup);
    }
}
