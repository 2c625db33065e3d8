package org.laurel.enrollment.learner.domain;

import java.util.stream.Stream;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;

/** What somebody wants of a learner. */
public sealed interface LearnerCommand permits SubmitLearner, AmendLearner {

    LearnerId id();

    BusinessTime time();

    Cause cause();

    /** The usernames that the learner is to have. */
    Stream<String> usernames();

    /** The email addresses that the learner is to have. */
    Stream<String> emails();
}
