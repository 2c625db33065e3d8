package org.laurel.enrollment.cohort.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.laurel.enrollment.cohort.db.PreassignmentTable;
import org.laurel.enrollment.cohort.domain.CohortEntry;
import org.laurel.enrollment.learner.app.LearnerFollower;
import org.laurel.enrollment.learner.domain.LearnerOutcome;
import org.laurel.events.key.LearnerId;

/** Puts learners who become known, or have another email address, into the cohorts that wait for the address. */
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
        Map<LearnerId, LearnerOutcome.Changed> readdressed = new HashMap<>();
        changes.stream()
                .filter(PreassignedLearners::hasNewAddress)
                .forEach(change -> readdressed.put(change.after().id(), change));
        if (readdressed.isEmpty()) {
            return;
        }
        entering.apply(preassignments.ofLearners(List.copyOf(readdressed.keySet())).stream()
                .map(each -> new CohortEntry(
                        each.seat(),
                        false,
                        changed(readdressed, each.seat().learnerId()).after().occurredAt(),
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

    private static boolean hasNewAddress(LearnerOutcome.Changed change) {
        String email = folded(change.after().account().email());
        return !email.isEmpty()
                && (change.before() == null
                        || !folded(change.before().account().email()).equals(email));
    }

    private static String folded(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
