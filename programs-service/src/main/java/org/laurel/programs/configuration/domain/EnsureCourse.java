package org.laurel.programs.configuration.domain;

import java.time.Instant;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;

/**
 * See to it that a course run has a certificate configuration.
 *
 * @param mode what it certifies when it has to be made
 */
public record EnsureCourse(CourseKey courseKey, String mode, Instant at, Cause cause) {}
