package org.laurel.enrollment.cohort.domain;

import java.time.Instant;
import org.laurel.kit.domain.Cause;

/**
 * A learner who may be in need of a cohort.
 *
 * @param isEnrolled whether a random cohort will do; otherwise only one that waits for the learner's email address
 * @param at when it became so
 */
public record CohortEntry(Seat seat, boolean isEnrolled, Instant at, Cause cause) {}
