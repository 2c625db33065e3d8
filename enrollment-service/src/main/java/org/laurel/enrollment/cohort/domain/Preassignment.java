package org.laurel.enrollment.cohort.domain;

import org.laurel.kit.domain.Cause;

/**
 * A cohort that waits for a learner who is not known yet.
 *
 * @param email the learner's address to be, in any case
 */
public record Preassignment(String email, CohortKey cohort, Cause cause) {}
