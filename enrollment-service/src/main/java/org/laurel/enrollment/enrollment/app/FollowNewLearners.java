package org.laurel.enrollment.enrollment.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.enrollment.enrollment.db.PendingTable;
import org.laurel.enrollment.learner.app.LearnerFollower;
import org.laurel.enrollment.learner.domain.LearnerOutcome;
import org.laurel.events.key.LearnerId;

/** Enrolls new learners where that was asked for before they were known. */
@ApplicationScoped
class FollowNewLearners implements LearnerFollower {

    private final PendingTable pending;
    private final WaitingEnrollments waiting;

    FollowNewLearners(PendingTable pending, WaitingEnrollments waiting) {
        this.pending = pending;
        this.waiting = waiting;
    }

    @Override
    public void follow(List<LearnerOutcome.Changed> changes) {
        List<LearnerId> arrived = changes.stream()
                .filter(LearnerOutcome.Changed::isNew)
                .map(change -> change.after().id())
                .toList();
        if (!arrived.isEmpty()) {
            waiting.apply(pending.keysOfLearners(arrived));
        }
    }
}
