package org.laurel.enrollment.enrollment.http;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.course.domain.CourseMode;
import org.laurel.enrollment.course.domain.CourseRun;
import org.laurel.enrollment.course.domain.CourseRunSettings;
import org.laurel.enrollment.course.http.CourseModeBody;

/** The course run of an enrollment as existing clients see it, with the modes that may be taken now. */
record CourseDetailsView(
        String courseId,
        @Nullable String courseName,
        @Nullable Instant enrollmentStart,
        @Nullable Instant enrollmentEnd,
        @Nullable Instant courseStart,
        @Nullable Instant courseEnd,
        boolean inviteOnly,
        String pacingType,
        List<CourseModeBody> courseModes) {

    static CourseDetailsView of(CourseRun run, Instant now, String defaultMode) {
        return of(run, run.modes().offered(now, defaultMode));
    }

    /** The view with expired modes too. */
    static CourseDetailsView withExpired(CourseRun run, String defaultMode) {
        return of(run, run.modes().all(defaultMode));
    }

    private static CourseDetailsView of(CourseRun run, List<CourseMode> modes) {
        CourseRunSettings settings = run.settings();
        return new CourseDetailsView(
                run.key().value(),
                settings.displayName(),
                settings.enrollment().start(),
                settings.enrollment().end(),
                settings.start(),
                settings.end(),
                settings.enrollment().invitationOnly(),
                settings.selfPaced() ? "Self Paced" : "Instructor Paced",
                modes.stream().map(CourseModeBody::of).toList());
    }
}
