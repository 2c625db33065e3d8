package org.laurel.bridge.openedx.event;

/**
 * The catalog entry of a course run after the change.
 *
 * @param courseKey canonical text of the course key
 * @param name title
 * @param scheduleData dates
 * @param hidden whether catalogs leave it out
 * @param invitationOnly whether learners may enroll by themselves
 */
public record CourseCatalogData(
        String courseKey, String name, CourseScheduleData scheduleData, boolean hidden, boolean invitationOnly) {}
