package org.laurel.enrollment.course.domain;

import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;

/** Change one mode of a course run. */
public record EditModes(CourseKey key, ModeEdit edit, BusinessTime time, Cause cause) implements CourseCommand {}
