package org.laurel.enrollment.course.domain;

import java.time.Instant;
import org.laurel.events.key.CourseKey;

/**
 * The directory's entry of a course run.
 *
 * @param settings as submitted
 * @param version of what is published, 1 for a new run, one more with each change
 * @param occurredAt business time of the last change
 * @param modes the modes, empty when the run has none or nobody has told them
 * @param modesVersion of the list of modes; 0 until somebody tells it
 */
public record CourseRun(
        CourseKey key,
        CourseRunSettings settings,
        long version,
        Instant occurredAt,
        CourseModes modes,
        long modesVersion) {

    /** Whether the modes are known, even if there are none. */
    public boolean areModesTold() {
        return modesVersion > 0;
    }
}
