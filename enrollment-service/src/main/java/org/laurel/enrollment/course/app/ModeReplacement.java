package org.laurel.enrollment.course.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.enrollment.course.db.CourseDirectory;
import org.laurel.enrollment.course.domain.CourseOutcome;
import org.laurel.enrollment.course.domain.CourseRules;
import org.laurel.enrollment.course.domain.ReplaceModes;
import org.laurel.enrollment.fact.domain.Subject;

/** Replaces course runs' modes. The first list is followed by the same job as a new course run. */
@ApplicationScoped
public class ModeReplacement {

    private final CourseFold fold;
    private final CourseFold.Kind<ReplaceModes> kind;

    ModeReplacement(CourseFold fold, CourseDirectory directory) {
        this.fold = fold;
        this.kind = new CourseFold.Kind<>(
                Subject::courseModes,
                CourseRules::decide,
                (changed, place, command) -> directory.saveModes(changed.after(), place.occurredAt(), command.cause()));
    }

    /** Applies the commands in order and returns an outcome for each. */
    @Transactional
    public List<CourseOutcome> apply(List<ReplaceModes> commands) {
        return fold.apply(commands, kind);
    }
}
