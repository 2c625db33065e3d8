package org.laurel.enrollment.registration.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.LearnerId;

/**
 * A learner who registered without anybody's help.
 *
 * @param expiresAt until when the account can be activated with the newest key
 * @param activatedAt when it was, null before
 */
public record Registration(
        LearnerId learnerId,
        Instant requestedAt,
        Instant expiresAt,
        @Nullable Instant activatedAt) {

    /** Whether the learner has still to activate the account. */
    public boolean isPending() {
        return activatedAt == null;
    }

    /** Whether the learner has let the time pass in which the account could be activated. */
    public boolean isExpired(Instant now) {
        return isPending() && !expiresAt.isAfter(now);
    }

    /** The same, activated at this time. */
    public Registration activated(Instant at) {
        return new Registration(learnerId, requestedAt, expiresAt, at);
    }
}
