package org.laurel.enrollment.emailchange.domain;

import java.time.Instant;
import org.laurel.events.key.LearnerId;

/** A request for another email address that waits for the confirmation. Each learner has one at most, the newest. */
public record PendingEmailChange(
        LearnerId learnerId, String requestId, String email, Instant requestedAt, Instant expiresAt) {}
