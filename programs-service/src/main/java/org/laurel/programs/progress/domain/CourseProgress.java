package org.laurel.programs.progress.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.catalogue.domain.CourseDetail;
import org.laurel.programs.catalogue.domain.RunDetail;
import org.laurel.programs.catalogue.domain.SeatDetail;
import org.laurel.programs.enrollment.domain.Entitlement;

/**
 * How far a learner has come in a course of a program. Source: programs, course predicates and progress.
 *
 * @param isEnrolled in any of its runs
 * @param isExpired whether the learner is enrolled, but can no longer complete the course there
 * @param entitlement what entitles the learner to a course in progress, null otherwise
 * @param runs all of the course; where there is an entitlement, those that it may be used for
 */
public record CourseProgress(
        CourseDetail course,
        CourseState state,
        boolean isEnrolled,
        boolean isExpired,
        @Nullable Entitlement entitlement,
        List<RunDetail> runs) {

    public CourseProgress {
        runs = List.copyOf(runs);
    }

    /** Judges a course. The first of these that holds decides: completed, entitled, enrolled, nothing. */
    static CourseProgress of(CourseDetail course, Situation situation) {
        List<RunDetail> enrolled =
                course.runs().stream().filter(situation::isEnrolled).toList();
        boolean isEnrolled = !enrolled.isEmpty();
        if (course.runs().stream().anyMatch(situation::completes)) {
            return new CourseProgress(course, CourseState.COMPLETED, isEnrolled, false, null, course.runs());
        }
        Optional<Entitlement> entitlement = situation.records().entitlementTo(course.uuid());
        if (entitlement.isPresent()) {
            List<RunDetail> fulfillable = Fulfilment.runs(entitlement.get(), course.runs(), situation);
            return new CourseProgress(
                    course, CourseState.IN_PROGRESS, isEnrolled, false, entitlement.get(), fulfillable);
        }
        boolean isInProgress = isInProgress(enrolled, situation);
        CourseState state = isInProgress ? CourseState.IN_PROGRESS : CourseState.NOT_STARTED;
        return new CourseProgress(course, state, isEnrolled, isEnrolled && !isInProgress, null, course.runs());
    }

    private static boolean isInProgress(List<RunDetail> enrolled, Situation situation) {
        return enrolled.stream()
                .anyMatch(run ->
                        situation.isInModeAskedFor(run) ? !situation.hasFailed(run) : mayUpgrade(run, situation.now()));
    }

    /** Whether a seat of the mode that the program asks for can still be taken; its last moment does not count. */
    private static boolean mayUpgrade(RunDetail run, Instant now) {
        return run.seats().stream()
                .filter(seat -> seat.type() != null && seat.type().equals(run.type()))
                .map(SeatDetail::upgradeDeadline)
                .anyMatch(deadline -> deadline == null || deadline.isAfter(now));
    }
}
