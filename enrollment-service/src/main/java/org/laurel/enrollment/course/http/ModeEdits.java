package org.laurel.enrollment.course.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.course.app.ModeEditing;
import org.laurel.enrollment.course.domain.CourseOutcome;
import org.laurel.enrollment.course.domain.EditModes;
import org.laurel.enrollment.course.domain.ModeEdit;
import org.laurel.enrollment.course.domain.ModeRules.Breach;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.Problem.Violation;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/** Changes single modes for the caller, from now on. */
@ApplicationScoped
class ModeEdits {

    private final ModeEditing editing;
    private final Caller caller;
    private final Clock clock;

    ModeEdits(ModeEditing editing, Caller caller, Clock clock) {
        this.editing = editing;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Makes the change.
     *
     * @throws ProblemException 404 without such a course run or mode, 400 when the mode would break a rule
     */
    void apply(CourseKey key, ModeEdit edit) {
        Cause cause = caller.cause();
        EditModes command = new EditModes(key, edit, new BusinessTime.Asked(clock.instant(), cause.id()), cause);
        switch (editing.apply(List.of(command)).getFirst()) {
            case CourseOutcome.Changed changed -> {}
            case CourseOutcome.Unchanged unchanged -> {}
            case CourseOutcome.Unknown unknown -> throw unknownCourse();
            case CourseOutcome.ModeUnknown unknown -> throw unknownMode();
            case CourseOutcome.Refused refused -> throw refused(refused.breaches());
        }
    }

    /** A currency as it is stored. */
    static @Nullable String lower(@Nullable String currency) {
        return currency == null || currency.isBlank() ? null : currency.toLowerCase(Locale.ROOT);
    }

    static ProblemException unknownCourse() {
        return ProblemException.notFound("course_run_not_found", "There is no such course run.");
    }

    static ProblemException unknownMode() {
        return ProblemException.notFound("course_mode_not_found", "The course run has no such mode.");
    }

    private static ProblemException refused(List<Breach> breaches) {
        List<Violation> violations = breaches.stream()
                .map(breach ->
                        new Violation(breach.member().equals("slug") ? "mode_slug" : breach.member(), breach.message()))
                .toList();
        return new ProblemException(
                Problem.of(400, "invalid_mode", "The mode breaks a rule of course modes.", violations));
    }
}
