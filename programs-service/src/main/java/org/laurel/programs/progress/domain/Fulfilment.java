package org.laurel.programs.progress.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.laurel.programs.catalogue.domain.RunDetail;
import org.laurel.programs.courserun.domain.CourseRun;
import org.laurel.programs.enrollment.domain.Entitlement;

/** For which runs of a course an entitlement may be used. Source: programs, progress, fulfillable runs. */
final class Fulfilment {

    private static final Comparator<RunDetail> BY_START =
            Comparator.comparing(RunDetail::start, Comparator.nullsLast(Comparator.<Instant>naturalOrder()));

    private Fulfilment() {}

    /**
     * Of the runs in which the learner is enrolled in the entitlement's mode, only the one that the entitlement is used for; of
     * the others those that the learner takes in another mode or may enroll in, and whose list of modes has the entitlement's
     * mode, not expired. By start.
     */
    static List<RunDetail> runs(Entitlement entitlement, List<RunDetail> runs, Situation situation) {
        return runs.stream()
                .filter(run -> isEnrolledInMode(entitlement, run, situation.records())
                        ? run.courseKey().equals(entitlement.courseKey())
                        : isOpen(entitlement, run, situation))
                .sorted(BY_START)
                .toList();
    }

    private static boolean isEnrolledInMode(Entitlement entitlement, RunDetail run, LearnerRecords records) {
        return records.enrollments().stream()
                .anyMatch(enrollment -> enrollment.courseKey().equals(run.courseKey())
                        && enrollment.mode().equals(entitlement.mode()));
    }

    /** Whoever takes a run in another mode may change to the entitlement's after enrollment has closed. */
    private static boolean isOpen(Entitlement entitlement, RunDetail run, Situation situation) {
        CourseRun known = situation.records().courseRuns().get(run.courseKey());
        return known != null
                && (situation.isEnrolled(run) || known.isEnrollmentOpen(situation.now()))
                && situation.records().modesOf(run.courseKey()).stream()
                        .anyMatch(mode -> mode.slug().equals(entitlement.mode()) && !mode.isExpired(situation.now()));
    }
}
