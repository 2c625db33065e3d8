package org.laurel.enrollment.cohort.domain;

import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;

/** What staff want of the cohorts of a course run. */
public sealed interface CohortCommand {

    CourseKey courseKey();

    Cause cause();

    /** Makes a cohort. */
    record Create(
            CourseKey courseKey,
            String name,
            AssignmentType type,
            @Nullable ContentGroup contentGroup,
            Cause cause) implements CohortCommand {}

    /**
     * Changes a cohort.
     *
     * @param name null to leave it as it is
     * @param type null to leave it as it is
     * @param group null to leave the content group as it is
     */
    record Amend(
            CohortKey key,
            @Nullable String name,
            @Nullable AssignmentType type,
            @Nullable GroupChange group,
            Cause cause)
            implements CohortCommand {

        @Override
        public CourseKey courseKey() {
            return key.courseKey();
        }
    }

    /** The content group that is to hold, null for none. */
    record GroupChange(@Nullable ContentGroup group) {}
}
