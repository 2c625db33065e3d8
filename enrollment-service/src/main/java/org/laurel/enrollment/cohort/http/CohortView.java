package org.laurel.enrollment.cohort.http;

import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.cohort.db.CohortQueries.Counted;
import org.laurel.enrollment.cohort.domain.ContentGroup;

/**
 * A cohort as existing clients read it.
 *
 * @param platformNumber what a platform that means this cohort, which was made here, calls it
 */
record CohortView(
        long id,
        String name,
        long userCount,
        String assignmentType,
        @Nullable Long userPartitionId,
        @Nullable Long groupId,
        @Nullable Long platformNumber) {

    static CohortView of(Counted counted) {
        ContentGroup group = counted.cohort().contentGroup();
        return new CohortView(
                counted.cohort().key().id(),
                counted.cohort().name(),
                counted.members(),
                counted.cohort().type().slug(),
                group == null ? null : group.partitionId(),
                group == null ? null : group.groupId(),
                counted.cohort().platformNumber());
    }
}
