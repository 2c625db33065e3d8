package org.laurel.programs.progress.http;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.progress.domain.CourseState;
import org.laurel.programs.progress.domain.ProgramProgress;

/** Progress in a program as clients see it. */
@Schema(oneOf = {ProgressItem.Counted.class, ProgressItem.Listed.class})
sealed interface ProgressItem {

    /**
     * How many courses are in which state.
     *
     * @param allUnenrolled whether the learner is enrolled in none of them
     */
    record Counted(UUID uuid, int completed, int inProgress, int notStarted, boolean allUnenrolled)
            implements ProgressItem {

        static Counted of(ProgramProgress progress) {
            return new Counted(
                    progress.program().uuid(),
                    progress.count(CourseState.COMPLETED),
                    progress.count(CourseState.IN_PROGRESS),
                    progress.count(CourseState.NOT_STARTED),
                    progress.isAllUnenrolled());
        }
    }

    /** Which courses are in which state, each as the program's document has it and what {@link CourseItem} adds. */
    record Listed(
            UUID uuid,
            List<Map<String, @Nullable Object>> completed,
            List<Map<String, @Nullable Object>> inProgress,
            List<Map<String, @Nullable Object>> notStarted,
            boolean allUnenrolled)
            implements ProgressItem {

        static Listed of(ProgramProgress progress, String origin) {
            return new Listed(
                    progress.program().uuid(),
                    courses(progress, CourseState.COMPLETED, origin),
                    courses(progress, CourseState.IN_PROGRESS, origin),
                    courses(progress, CourseState.NOT_STARTED, origin),
                    progress.isAllUnenrolled());
        }

        private static List<Map<String, @Nullable Object>> courses(
                ProgramProgress progress, CourseState state, String origin) {
            return progress.in(state).stream()
                    .map(course -> CourseItem.of(course, origin))
                    .toList();
        }
    }
}
