package org.laurel.programs.repair.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;

/**
 * Which program credentials a repair looks at. Without programs, course runs and list: all.
 *
 * @param programs only those for these programs; empty for any
 * @param courseRuns only those for programs with one of these runs, of learners with a certificate in one; empty for any
 * @param listed how many learners the list has, null without one
 */
public record RepairScope(
        List<UUID> programs,
        List<CourseKey> courseRuns,
        @Nullable Integer listed) {

    public RepairScope {
        programs = List.copyOf(programs);
        courseRuns = List.copyOf(courseRuns);
    }

    /** Whether it is about everybody and everything. */
    public boolean isAll() {
        return programs.isEmpty() && courseRuns.isEmpty() && listed == null;
    }
}
