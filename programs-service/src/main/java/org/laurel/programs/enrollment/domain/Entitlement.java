package org.laurel.programs.enrollment.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;

/**
 * A learner's right to take a course, in whichever of its runs the learner chooses.
 *
 * @param courseUuid the course
 * @param mode slug of the mode that the learner is entitled to
 * @param courseKey the course run that it is used for, null until then
 */
public record Entitlement(
        UUID courseUuid, String mode, @Nullable CourseKey courseKey) {}
