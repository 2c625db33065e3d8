package org.laurel.enrollment.role.domain;

import org.jspecify.annotations.Nullable;

/** What became of a command about a role. */
public sealed interface RoleOutcome {

    /** The role was given or taken away. */
    record Changed(CourseRole after) implements RoleOutcome {}

    /** It is as it was, because nothing is to be done or a newer fact is known; null when it was never given. */
    record Unchanged(@Nullable CourseRole current) implements RoleOutcome {}

    /** Nothing is done or kept: the learner is retired for good. */
    record Retired() implements RoleOutcome {}
}
