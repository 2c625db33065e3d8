package org.laurel.enrollment.learner.app;

import java.util.List;
import org.laurel.events.key.LearnerId;

/** Waits for learners to become known. Other features supply it as a bean; it is called in the transaction of the news. */
public interface NewLearners {

    /** These learners are known from now on. */
    void arrived(List<LearnerId> learnerIds);
}
