package org.laurel.enrollment.course.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a command about a course run. */
public sealed interface CourseOutcome {

    /**
     * The course run is new or has new values.
     *
     * @param before null for a new course run
     * @param news what others are told; empty when the new values look the same from outside
     */
    record Changed(@Nullable CourseRun before, CourseRun after, List<CourseFact> news) implements CourseOutcome {}

    /** Nothing new: the same values, or a fact that a newer one has overtaken. */
    record Unchanged(CourseRun run) implements CourseOutcome {}

    /** There is no such course run. */
    record Unknown() implements CourseOutcome {}

    /** The course run has no such mode. */
    record ModeUnknown() implements CourseOutcome {}

    /** The mode would break rules. */
    record Refused(List<ModeRules.Breach> breaches) implements CourseOutcome {}
}
