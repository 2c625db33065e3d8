package org.laurel.enrollment.retirement.domain;

import java.time.Instant;
import org.laurel.events.key.LearnerId;

/** A service has erased a retired learner. */
public record ErasureNews(LearnerId learnerId, String service, Instant at) {}
