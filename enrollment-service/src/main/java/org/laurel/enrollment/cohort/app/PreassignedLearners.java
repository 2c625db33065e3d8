package org.laurel.enrollment.cohort.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.laurel.enrollment.cohort.db.PreassignmentTable;
import org.laurel.enrollment.cohort.domain.CohortEntry;
import org.laurel.enrollment.learner.app.LearnerFollower;
import org.laurel.enrollment.learner.domain.AddressArrivals;
import org.laurel.enrollment.learner.domain.LearnerOutcome;
import org.laurel.events.key.LearnerId;

/** Puts learners into the cohorts that wait for their email addresses, as soon as an active account has the address. */
@ApplicationScoped
class PreassignedLearners implements LearnerFollower {

    private final PreassignmentTable preassignments;
    private final CohortEntering entering;

    PreassignedLearners(PreassignmentTable preassignments, CohortEntering entering) {
        this.preassignments = preassignments;
        this.entering = entering;
    }

    @Override
    public void follow(List<LearnerOutcome.Changed> changes) {
        Map<LearnerId, LearnerOutcome.Changed> arrivals = AddressArrivals.of(changes);
        if (arrivals.isEmpty()) {
            return;
        }
        entering.apply(preassignments.ofLearners(List.copyOf(arrivals.keySet())).stream()
                .map(each -> new CohortEntry(
                        each.seat(),
                        false,
                        changed(arrivals, each.seat().learnerId()).after().occurredAt(),
                        each.cause()))
                .toList());
    }

    private static LearnerOutcome.Changed changed(Map<LearnerId, LearnerOutcome.Changed> changes, LearnerId learnerId) {
        LearnerOutcome.Changed change = changes.get(learnerId);
        if (change == null) {
            throw new IllegalStateException("nobody asked for this learner");
        }
        return change;
    }
}
