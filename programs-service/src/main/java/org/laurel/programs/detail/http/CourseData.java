package org.laurel.programs.detail.http;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.detail.domain.ShownProgram;
import org.laurel.programs.progress.domain.CourseProgress;
import org.laurel.programs.progress.domain.CourseState;
import org.laurel.programs.progress.domain.ProgramProgress;
import org.laurel.programs.progress.http.CourseItem;

/**
 * The courses of a program by how far a learner has come, each with its runs as they are to the learner.
 *
 * @param allUnenrolled whether the learner is enrolled in none of them
 */
public record CourseData(
        UUID uuid,
        List<Map<String, @Nullable Object>> completed,
        List<Map<String, @Nullable Object>> inProgress,
        List<Map<String, @Nullable Object>> notStarted,
        boolean allUnenrolled) {

    static CourseData of(ProgramProgress progress, ShownProgram shown, String origin) {
        return new CourseData(
                progress.program().uuid(),
                courses(progress.in(CourseState.COMPLETED), shown, origin),
                courses(progress.in(CourseState.IN_PROGRESS), shown, origin),
                courses(progress.in(CourseState.NOT_STARTED), shown, origin),
                progress.isAllUnenrolled());
    }

    private static List<Map<String, @Nullable Object>> courses(
            List<CourseProgress> courses, ShownProgram shown, String origin) {
        return courses.stream()
                .map(course -> {
                    Map<String, @Nullable Object> item = CourseItem.of(course, origin);
                    item.put("course_runs", shown.runs(course.runs()));
                    return item;
                })
                .toList();
    }
}
