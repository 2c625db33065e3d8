package org.laurel.enrollment.cohort.app;

import java.util.Collection;
import java.util.List;
import org.laurel.events.key.CourseKey;

/** What to hold while learners are placed, and to change while cohorts are made or renamed. */
final class CohortLocks {

    private CohortLocks() {}

    static List<String> of(Collection<CourseKey> courseKeys) {
        return courseKeys.stream().distinct().map(key -> "cohorts " + key).toList();
    }
}
