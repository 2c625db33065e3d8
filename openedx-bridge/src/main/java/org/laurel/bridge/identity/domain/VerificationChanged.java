package org.laurel.bridge.identity.domain;

import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.DomainFact;

/**
 * A learner's identity verification is in another state.
 *
 * @param version counts these changes of the learner
 */
public record VerificationChanged(LearnerId learnerId, Verification verification, long version, Cause cause)
        implements DomainFact {}
