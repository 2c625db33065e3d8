package org.laurel.programs.courserun.domain;

import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.Cause;

/**
 * A course run became known here or changed.
 *
 * @param before what was known until now, null when it is new
 * @param cause of the version that it has now
 */
public record CourseRunChange(@Nullable CourseRun before, CourseRun after, Cause cause) {}
