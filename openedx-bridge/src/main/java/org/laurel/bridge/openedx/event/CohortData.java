package org.laurel.bridge.openedx.event;

/**
 * A learner's cohort in a course run after the change.
 *
 * @param user learner
 * @param course course run
 * @param name name of the cohort
 */
public record CohortData(UserData user, CourseData course, String name) {}
