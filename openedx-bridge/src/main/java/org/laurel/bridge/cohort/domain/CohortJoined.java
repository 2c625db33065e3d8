package org.laurel.bridge.cohort.domain;

import java.time.Instant;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.DomainFact;

/**
 * A learner is in a cohort of Open edX's.
 *
 * @param number the bridge's number of the cohort
 */
public record CohortJoined(LearnerId learnerId, CohortName cohort, long number, Instant at, Cause cause)
        implements DomainFact {}
