package org.laurel.bridge.openedx.event;

/**
 * Whether a learner passes a course run; sent with every grade, so that it may repeat.
 *
 * @param isPassing whether the grade is a passing one
 * @param course course run
 * @param user learner
 */
public record CoursePassingStatusData(boolean isPassing, CourseData course, UserData user) {}
