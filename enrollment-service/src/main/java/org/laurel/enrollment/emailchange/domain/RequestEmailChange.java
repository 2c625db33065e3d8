package org.laurel.enrollment.emailchange.domain;

import org.laurel.events.key.LearnerId;

/**
 * A known learner wants another email address.
 *
 * @param requestId tells it from the learner's other requests
 * @param email not empty, and a fit address
 */
public record RequestEmailChange(LearnerId learnerId, String requestId, String email) {}
