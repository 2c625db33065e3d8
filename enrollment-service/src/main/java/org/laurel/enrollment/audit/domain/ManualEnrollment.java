package org.laurel.enrollment.audit.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;

/**
 * A line of the manual enrollment audit.
 *
 * @param learnerId whose enrollment it was about, null while there is no account
 * @param enrolledBy who did it
 * @param email the address that was enrolled, empty for an account without one
 * @param reason why, in a person's words
 * @param role in which role, as the person says
 * @param causeId the request that it belongs to
 */
public record ManualEnrollment(
        @Nullable String learnerId,
        CourseKey courseKey,
        String enrolledBy,
        String email,
        Instant at,
        StateTransition transition,
        @Nullable String reason,
        @Nullable String role,
        String causeId) {}
