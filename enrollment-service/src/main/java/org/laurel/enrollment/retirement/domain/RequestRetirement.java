package org.laurel.enrollment.retirement.domain;

import java.time.Instant;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;

/** Retire a learner when the cooling-off is over. */
public record RequestRetirement(LearnerId learnerId, Instant at, Cause cause) {}
