package org.laurel.enrollment.learner.domain;

import org.laurel.events.key.LearnerId;

/**
 * A learner whom somebody named by email address or username.
 *
 * @param email the account's address, empty when it has none
 * @param isActive whether the account is activated
 */
public record Identified(LearnerId id, String email, boolean isActive) {}
