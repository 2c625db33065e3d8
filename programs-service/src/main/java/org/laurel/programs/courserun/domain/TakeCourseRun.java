package org.laurel.programs.courserun.domain;

import org.laurel.kit.domain.Cause;

/** Take in a version of a course run. */
public record TakeCourseRun(CourseRun courseRun, Cause cause) {}
