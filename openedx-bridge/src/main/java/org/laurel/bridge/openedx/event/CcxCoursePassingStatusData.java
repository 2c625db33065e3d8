package org.laurel.bridge.openedx.event;

/**
 * {@link CoursePassingStatusData} of a custom course; here the course stands last.
 *
 * @param isPassing whether the grade is a passing one
 * @param user learner
 * @param course custom course
 */
public record CcxCoursePassingStatusData(boolean isPassing, UserData user, CcxCourseData course) {}
