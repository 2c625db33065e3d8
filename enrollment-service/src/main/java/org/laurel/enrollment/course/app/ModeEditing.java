package org.laurel.enrollment.course.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.course.db.CourseDirectory;
import org.laurel.enrollment.course.domain.CourseOutcome;
import org.laurel.enrollment.course.domain.CourseOutcome.Changed;
import org.laurel.enrollment.course.domain.CourseOutcome.Unchanged;
import org.laurel.enrollment.course.domain.CourseRules;
import org.laurel.enrollment.course.domain.CourseRun;
import org.laurel.enrollment.course.domain.EditModes;
import org.laurel.enrollment.course.domain.ModeRules;
import org.laurel.enrollment.fact.domain.Subject;
import org.laurel.kit.domain.FactOrder;

/** Adds, changes and removes single modes of course runs. To others that is a new list like any. */
@ApplicationScoped
public class ModeEditing {

    private final CourseFold fold;
    private final CourseFold.Kind<EditModes> kind;
    private final ModeRules rules;

    ModeEditing(CourseFold fold, CourseDirectory directory, ModeRules rules) {
        this.fold = fold;
        this.kind = new CourseFold.Kind<>(key -> List.of(Subject.courseModes(key)), this::decide, directory::saveModes);
        this.rules = rules;
    }

    /** Applies the commands in order and returns an outcome for each. */
    @Transactional
    public List<CourseOutcome> apply(List<EditModes> commands) {
        return fold.apply(commands, kind);
    }

    private CourseFold.Decision decide(@Nullable CourseRun current, Map<Subject, FactOrder> places, EditModes command) {
        Subject subject = Subject.courseModes(command.key());
        FactOrder newest = places.get(subject);
        FactOrder place = command.time().placeAfter(newest);
        CourseOutcome outcome = CourseRules.decide(current, newest, command, rules);
        boolean isNews = outcome instanceof Changed || outcome instanceof Unchanged;
        return new CourseFold.Decision(outcome, place, isNews ? Map.of(subject, place) : Map.of());
    }
}
