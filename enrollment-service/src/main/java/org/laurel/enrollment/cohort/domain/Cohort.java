package org.laurel.enrollment.cohort.domain;

import org.jspecify.annotations.Nullable;

/**
 * A part of the learners of a course run.
 *
 * @param name 1 to 255 characters, unique in the course run
 * @param contentGroup null when the cohort sees no content of its own
 * @param platformNumber what a platform that means this cohort, which was made here, calls it; unique in the course run, null
 *     when there is none or the cohort is a platform's itself
 */
public record Cohort(
        CohortKey key,
        String name,
        AssignmentType type,
        @Nullable ContentGroup contentGroup,
        @Nullable Long platformNumber) {

    /** The same cohort under another name. */
    public Cohort named(String other) {
        return new Cohort(key, other, type, contentGroup, platformNumber);
    }

    /** The same cohort, which a platform calls by this number. */
    public Cohort numbered(long number) {
        return new Cohort(key, name, type, contentGroup, number);
    }
}
