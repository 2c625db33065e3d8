package org.laurel.programs.catalogue.domain;

import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;

/**
 * A run of a program's course.
 *
 * @param mode slug of the seat mode that the program asks for, null when any mode will do
 */
public record ProgramRun(CourseKey courseKey, @Nullable String mode) {}
