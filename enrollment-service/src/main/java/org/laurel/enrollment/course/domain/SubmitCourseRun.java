package org.laurel.enrollment.course.domain;

import java.util.Set;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;

/**
 * Create a course run or change its settings.
 *
 * @param settings with the {@linkplain CourseRunSettings#usual usual values} where nothing is told
 * @param told which members are told; the others stay as they are
 */
public record SubmitCourseRun(
        CourseKey key, CourseRunSettings settings, Set<CourseRunMember> told, BusinessTime time, Cause cause)
        implements CourseCommand {

    public SubmitCourseRun {
        told = Set.copyOf(told);
    }
}
