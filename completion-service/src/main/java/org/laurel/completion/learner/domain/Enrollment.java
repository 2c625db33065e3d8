package org.laurel.completion.learner.domain;

import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;

/**
 * A learner's enrollment in a course run.
 *
 * @param mode slug of the enrollment mode
 * @param version the highest wins, whatever the time
 */
public record Enrollment(LearnerId learnerId, CourseKey courseKey, String mode, boolean active, long version) {}
