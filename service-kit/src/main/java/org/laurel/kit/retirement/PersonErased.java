package org.laurel.kit.retirement;

import java.time.Instant;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.DomainFact;

/**
 * This service has erased a retired learner's personal data.
 *
 * @param erasedAt when it was done
 */
public record PersonErased(LearnerId learnerId, Instant erasedAt, Cause cause) implements DomainFact {}
