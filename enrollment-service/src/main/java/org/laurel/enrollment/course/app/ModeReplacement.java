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
import org.laurel.enrollment.course.domain.ReplaceModes;
import org.laurel.enrollment.fact.domain.Subject;
import org.laurel.kit.domain.FactOrder;

/** Replaces course runs' modes. The first list is followed by the same job as a new course run. */
@ApplicationScoped
public class ModeReplacement {

    private final CourseFold fold;
    private final CourseFold.Kind<ReplaceModes> kind;

    ModeReplacement(CourseFold fold, CourseDirectory directory) {
        this.fold = fold;
        this.kind = new CourseFold.Kind<>(
                key -> List.of(Subject.courseModes(key)), ModeReplacement::decide, directory::saveModes);
    }

    /** Applies the commands in order and returns an outcome for each. */
    @Transactional
    public List<CourseOutcome> apply(List<ReplaceModes> commands) {
        return fold.apply(commands, kind);
    }

    private static CourseFold.Decision decide(
            @Nullable CourseRun current, Map<Subject, FactOrder> places, ReplaceModes command) {
        Subject subject = Subject.courseModes(command.key());
        FactOrder newest = places.get(subject);
        FactOrder place = command.time().placeAfter(newest);
        boolean isNews = current != null && (newest == null || place.isAfter(newest));
        return new CourseFold.Decision(
                CourseRules.decide(current, newest, command), place, isNews ? Map.of(subject, place) : Map.of());
    }
}
