package org.laurel.enrollment.enrollment.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.enrollment.enrollment.db.PendingTable;
import org.laurel.enrollment.learner.app.NewLearners;
import org.laurel.events.key.LearnerId;

/** Enrolls new learners where that was asked for before they were known. */
@ApplicationScoped
class FollowNewLearners implements NewLearners {

    private final PendingTable pending;
    private final WaitingEnrollments waiting;

    FollowNewLearners(PendingTable pending, WaitingEnrollments waiting) {
        this.pending = pending;
        this.waiting = waiting;
    }

    @Override
    public void arrived(List<LearnerId> learnerIds) {
        waiting.apply(pending.keysOfLearners(learnerIds));
    }
}
