package org.laurel.enrollment.course.domain;

import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;

/** Create a course run or replace its settings. */
public record SubmitCourseRun(CourseKey key, CourseRunSettings settings, BusinessTime time, Cause cause)
        implements CourseCommand {}
