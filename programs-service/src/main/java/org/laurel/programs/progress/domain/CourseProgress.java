package org.laurel.programs.progress.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
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
    public static CourseProgress of(CourseDetail course, LearnerRecords records, CertifiedRuns certified, Instant now) {
        SequencedMap<CourseKey, String> modes = records.enrolledModes();
        List<RunDetail> enrolled = course.runs().stream()
                .filter(run -> modes.containsKey(run.courseKey()))
                .toList();
        boolean isEnrolled = !enrolled.isEmpty();
        if (course.runs().stream().anyMatch(certified::complete)) {
            return new CourseProgress(course, CourseState.COMPLETED, isEnrolled, false, null, course.runs());
        }
        Optional<Entitlement> entitlement = records.entitlementTo(course.uuid());
        if (entitlement.isPresent()) {
            List<RunDetail> fulfillable = Fulfilment.runs(entitlement.get(), course.runs(), records, now);
            return new CourseProgress(
                    course, CourseState.IN_PROGRESS, isEnrolled, false, entitlement.get(), fulfillable);
        }
        boolean isInProgress = isInProgress(enrolled, modes, certified, now);
        CourseState state = isInProgress ? CourseState.IN_PROGRESS : CourseState.NOT_STARTED;
        return new CourseProgress(course, state, isEnrolled, isEnrolled && !isInProgress, null, course.runs());
    }

    private static boolean isInProgress(
            List<RunDetail> enrolled, SequencedMap<CourseKey, String> modes, CertifiedRuns certified, Instant now) {
        boolean takesOne = enrolled.stream()
                .anyMatch(run ->
                        isInModeAskedFor(run, modes) && !certified.failedKeys().contains(run.courseKey()));
        return takesOne
                || enrolled.stream()
                        .filter(run -> !isInModeAskedFor(run, modes))
                        .anyMatch(run -> mayUpgrade(run, now));
    }

    private static boolean isInModeAskedFor(RunDetail run, SequencedMap<CourseKey, String> modes) {
        return run.type() == null || run.type().equals(modes.get(run.courseKey()));
    }

    /** Whether a seat of the mode that the program asks for can still be taken; its last moment does not count. */
    private static boolean mayUpgrade(RunDetail run, Instant now) {
        return run.seats().stream()
                .filter(seat -> seat.type() != null && seat.type().equals(run.type()))
                .map(SeatDetail::upgradeDeadline)
                .anyMatch(deadline -> deadline == null || deadline.isAfter(now));
    }
}
