package org.laurel.sample.tally.domain;

import java.time.Instant;
import org.laurel.kit.domain.Cause;

/** Add an amount to a learner's tally, once per fact key. */
public record Add(String learnerId, String factKey, long amount, Instant occurredAt, Cause cause) {}
