package org.laurel.programs.enrollment.domain;

import java.time.Instant;
import org.laurel.events.key.CourseKey;

/**
 * How a learner stands in a course run.
 *
 * @param mode slug of the enrollment mode
 * @param isActive false means unenrolled
 * @param createdAt business time of the first enrollment; it stays over unenrolling, coming back and changes of mode
 */
public record Enrollment(CourseKey courseKey, String mode, boolean isActive, Instant createdAt) {}
