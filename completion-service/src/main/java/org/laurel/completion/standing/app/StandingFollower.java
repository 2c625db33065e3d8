package org.laurel.completion.standing.app;

import java.util.List;
import org.laurel.completion.standing.domain.StandingChange;

/** Whoever keeps numbers that depend on a learner's standing. Called in the transaction of the change, with its learners locked. */
public interface StandingFollower {

    /** Brings the numbers up to what is stored of the learners' standing now. */
    void follow(List<StandingChange> changes);
}
