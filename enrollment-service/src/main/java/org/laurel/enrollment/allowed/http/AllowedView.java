package org.laurel.enrollment.allowed.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.allowed.domain.AllowedEmail;
import org.laurel.events.key.LearnerId;

/**
 * An allowed email address as existing clients see it.
 *
 * @param user id of the learner who has made use of it, null before
 */
record AllowedView(
        String email,
        String courseId,
        boolean autoEnroll,
        Instant created,
        @Nullable String user) {

    static AllowedView of(AllowedEmail allowed) {
        LearnerId claimedBy = allowed.claimedBy();
        return new AllowedView(
                allowed.key().email(),
                allowed.key().courseKey().value(),
                allowed.autoEnroll(),
                allowed.createdAt(),
                claimedBy == null ? null : claimedBy.value());
    }
}
