package org.laurel.enrollment.cohort.domain;

import org.laurel.events.key.CourseKey;

/**
 * Tells one cohort from all others.
 *
 * @param id unique in the course run; never changes
 */
public record CohortKey(CourseKey courseKey, long id) {

    /** The lowest id of cohorts that are made here; those of platforms lie below. */
    public static final long FIRST_OWN_ID = 1_000_000_000;

    /** Whether the cohort was made here. */
    public boolean isOwn() {
        return id >= FIRST_OWN_ID;
    }
}
