package org.laurel.bridge.course.domain;

import org.laurel.events.key.CourseKey;

/**
 * What a course run is called.
 *
 * @param displayName empty when it has no name
 * @param version of the directory's entry; the highest wins
 */
public record CourseName(CourseKey courseKey, String displayName, long version) {}
