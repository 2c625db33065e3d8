package org.laurel.enrollment.retirement.domain;

import java.time.Instant;
import org.laurel.kit.domain.Cause;

/**
 * Let a learner stay after all.
 *
 * @param pendingOnly whether only in the state of a request, as drivers have it; otherwise until the learner is retired
 */
public record CancelRetirement(long id, boolean pendingOnly, Instant at, Cause cause) {}
