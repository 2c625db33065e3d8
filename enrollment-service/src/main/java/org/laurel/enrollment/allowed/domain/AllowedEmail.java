package org.laurel.enrollment.allowed.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.LearnerId;

/**
 * A permission to enroll, given to an email address (enrollment, entities: enrollment allowed).
 *
 * @param autoEnroll whether the learner is enrolled as soon as there is an active account with the address
 * @param claimedBy the learner who made use of it and keeps it for ever, null before
 */
public record AllowedEmail(
        AllowedKey key, boolean autoEnroll, @Nullable LearnerId claimedBy, Instant createdAt) {}
