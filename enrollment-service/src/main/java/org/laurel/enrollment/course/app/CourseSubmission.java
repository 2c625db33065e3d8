package org.laurel.enrollment.course.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.course.db.CourseDirectory;
import org.laurel.enrollment.course.domain.CourseOutcome;
import org.laurel.enrollment.course.domain.CourseRules;
import org.laurel.enrollment.course.domain.CourseRun;
import org.laurel.enrollment.course.domain.CourseRunTimes;
import org.laurel.enrollment.course.domain.SubmitCourseRun;
import org.laurel.enrollment.fact.domain.Subject;
import org.laurel.kit.domain.FactOrder;

/** Takes in course runs. A new one is followed by a job that sees to whatever has waited for it. */
@ApplicationScoped
public class CourseSubmission {

    /** The kind of the job that follows a course run's becoming known, or its modes' doing so. Its subject is the key. */
    public static final String JOB = "follow-course-run";

    private final CourseFold fold;
    private final CourseFold.Kind<SubmitCourseRun> kind;

    CourseSubmission(CourseFold fold, CourseDirectory directory) {
        this.fold = fold;
        this.kind = new CourseFold.Kind<>(CourseRunTimes::subjects, CourseSubmission::decide, directory::save);
    }

    /** Applies the commands in order and returns an outcome for each. */
    @Transactional
    public List<CourseOutcome> apply(List<SubmitCourseRun> commands) {
        return fold.apply(commands, kind);
    }

    private static CourseFold.Decision decide(
            @Nullable CourseRun current, Map<Subject, FactOrder> newest, SubmitCourseRun command) {
        CourseRunTimes times = new CourseRunTimes(command.key(), newest);
        FactOrder place = times.place(command.time());
        return new CourseFold.Decision(
                CourseRules.decide(current, times, command), place, times.learned(place, command.told()));
    }
}
