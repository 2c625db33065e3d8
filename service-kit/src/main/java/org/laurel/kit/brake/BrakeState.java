package org.laurel.kit.brake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A brake as operators see it.
 *
 * @param subject what it holds back
 * @param engaged whether it does so now
 * @param engagedAt since when, or when it did last
 * @param reason why, in one sentence
 * @param detail figures for the person who decides
 * @param releasedAt when it was released, null while it is engaged
 * @param releasedBy who released it, null while it is engaged
 * @param staysReleasedUntil it does not engage again before, null while it is engaged
 */
public record BrakeState(
        String subject,
        boolean engaged,
        Instant engagedAt,
        String reason,
        String detail,
        @Nullable Instant releasedAt,
        @Nullable String releasedBy,
        @Nullable Instant staysReleasedUntil) {}
