package org.laurel.enrollment.course.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.enrollment.course.db.CourseDirectory;
import org.laurel.enrollment.course.domain.CourseOutcome;
import org.laurel.enrollment.course.domain.CourseRules;
import org.laurel.enrollment.course.domain.SubmitCourseRun;
import org.laurel.enrollment.fact.domain.Subject;

/** Takes in course runs. A new one is followed by a job that sees to whatever has waited for it. */
@ApplicationScoped
public class CourseSubmission {

    /** The kind of the job that follows a course run's becoming known, or its modes' doing so. Its subject is the key. */
    public static final String JOB = "follow-course-run";

    private final CourseFold fold;
    private final CourseFold.Kind<SubmitCourseRun> kind;

    CourseSubmission(CourseFold fold, CourseDirectory directory) {
        this.fold = fold;
        this.kind = new CourseFold.Kind<>(
                Subject::courseRun,
                CourseRules::decide,
                (changed, place, command) -> directory.save(changed.after(), command.cause()));
    }

    /** Applies the commands in order and returns an outcome for each. */
    @Transactional
    public List<CourseOutcome> apply(List<SubmitCourseRun> commands) {
        return fold.apply(commands, kind);
    }
}
