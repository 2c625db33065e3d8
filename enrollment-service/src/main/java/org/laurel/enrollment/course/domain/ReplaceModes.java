package org.laurel.enrollment.course.domain;

import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;

/** Replace the modes of a course run. */
public record ReplaceModes(CourseKey key, CourseModes modes, BusinessTime time, Cause cause) implements CourseCommand {}
