package org.laurel.enrollment.enrollment.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.course.db.CourseQueries;
import org.laurel.enrollment.course.domain.CourseRun;
import org.laurel.enrollment.enrollment.domain.Enrollment;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.events.key.CourseKey;

/** Adds to enrollments what clients want to see beside them. */
@ApplicationScoped
class EnrollmentViews {

    private final CourseQueries courses;
    private final Clock clock;
    private final String defaultMode;

    EnrollmentViews(
            CourseQueries courses,
            Clock clock,
            @ConfigProperty(name = "laurel.enrollment.default-mode") String defaultMode) {
        this.courses = courses;
        this.clock = clock;
        this.defaultMode = defaultMode;
    }

    /** The views of a learner's enrollments, in the same order. */
    List<EnrollmentView> of(Learner learner, List<Enrollment> enrollments) {
        Map<CourseKey, CourseRun> runs = courses.of(
                enrollments.stream().map(each -> each.key().courseKey()).toList());
        Instant now = clock.instant();
        return enrollments.stream()
                .map(each -> new EnrollmentView(
                        each.createdAt(),
                        each.mode(),
                        each.isActive(),
                        learner.account().username(),
                        details(runs.get(each.key().courseKey()), now)))
                .toList();
    }

    EnrollmentView of(Learner learner, Enrollment enrollment) {
        return of(learner, List.of(enrollment)).getFirst();
    }

    /** The view of a course run, null when it is not known. */
    @Nullable CourseDetailsView details(CourseKey courseKey) {
        return details(courses.byKey(courseKey).orElse(null), clock.instant());
    }

    private @Nullable CourseDetailsView details(@Nullable CourseRun run, Instant now) {
        return run == null ? null : CourseDetailsView.of(run, now, defaultMode);
    }
}
