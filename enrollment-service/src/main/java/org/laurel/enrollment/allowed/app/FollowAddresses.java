package org.laurel.enrollment.allowed.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.enrollment.allowed.db.AllowedTable;
import org.laurel.enrollment.enrollment.domain.EnrollmentKey;
import org.laurel.enrollment.learner.app.LearnerFollower;
import org.laurel.enrollment.learner.domain.AddressArrivals;
import org.laurel.enrollment.learner.domain.LearnerOutcome;
import org.laurel.events.key.LearnerId;

/** Enrolls learners where their email addresses are to be enrolled, as soon as an active account has the address. */
@ApplicationScoped
class FollowAddresses implements LearnerFollower {

    private final AllowedTable table;
    private final AllowedEnrolling enrolling;

    FollowAddresses(AllowedTable table, AllowedEnrolling enrolling) {
        this.table = table;
        this.enrolling = enrolling;
    }

    @Override
    public void follow(List<LearnerOutcome.Changed> changes) {
        List<LearnerId> learners = List.copyOf(AddressArrivals.of(changes).keySet());
        List<EnrollmentKey> keys = learners.isEmpty() ? List.of() : table.waiting(learners);
        if (!keys.isEmpty()) {
            enrolling.apply(keys);
        }
    }
}
