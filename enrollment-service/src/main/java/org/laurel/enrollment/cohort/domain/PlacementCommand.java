package org.laurel.enrollment.cohort.domain;

import java.time.Instant;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;

/** What is to become of a learner's place among the cohorts of a course run. */
public sealed interface PlacementCommand {

    LearnerId learnerId();

    CohortKey cohort();

    Cause cause();

    /** The learner in the course run. */
    default Seat seat() {
        return new Seat(learnerId(), cohort().courseKey());
    }

    /** Enters a cohort and so leaves any other one. */
    record Enter(LearnerId learnerId, CohortKey cohort, BusinessTime time, Cause cause) implements PlacementCommand {}

    /** Leaves this cohort; whoever is in another one stays there. */
    record Leave(LearnerId learnerId, CohortKey cohort, BusinessTime time, Cause cause) implements PlacementCommand {}

    /**
     * Enters a cohort because nobody has decided otherwise. It gives way to whatever anybody says, also about an earlier time,
     * so that it does not matter what arrives first.
     */
    record Assign(LearnerId learnerId, CohortKey cohort, Instant at, Cause cause) implements PlacementCommand {}
}
