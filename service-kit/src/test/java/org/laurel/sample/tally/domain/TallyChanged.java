package org.laurel.sample.tally.domain;

import java.time.Instant;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.DomainFact;

/** A learner's tally has a new total. */
public record TallyChanged(String learnerId, long total, long version, Instant occurredAt, Cause cause)
        implements DomainFact {}
