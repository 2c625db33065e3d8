package org.laurel.enrollment.course.domain;

import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;

/** What somebody wants of a course run. */
public sealed interface CourseCommand permits SubmitCourseRun, ReplaceModes, EditModes {

    CourseKey key();

    BusinessTime time();

    Cause cause();
}
