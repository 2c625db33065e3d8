package org.laurel.enrollment.allowed.domain;

import org.laurel.kit.domain.Cause;

/**
 * Let an email address enroll.
 *
 * @param autoEnroll whether to enroll the learner as soon as there is an active account with the address
 */
public record Allowance(AllowedKey key, boolean autoEnroll, Cause cause) {}
