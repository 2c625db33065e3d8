package org.laurel.enrollment.learner.app;

import java.util.List;
import org.laurel.enrollment.learner.domain.LearnerOutcome;

/**
 * Follows what becomes of learners: that they become known or active, or have another email address. Other features supply it
 * as a bean; it is called in the transaction of the news, when they are stored, with the learners' keys locked, and the
 * addresses of those who come to have one held: see {@link AddressKeeping}.
 */
public interface LearnerFollower {

    /** Learners are new or have new values; the changes of one learner stand in their order. */
    void follow(List<LearnerOutcome.Changed> changes);
}
