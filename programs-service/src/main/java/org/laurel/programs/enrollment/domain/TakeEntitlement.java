package org.laurel.programs.enrollment.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.LearnerId;

/**
 * Take in a version of an entitlement.
 *
 * @param expiredAt since when it no longer holds, null while it is active
 * @param version counts the changes of the learner's entitlements to the course; the highest wins, whatever the time
 * @param occurredAt when the entitlement took on these values
 */
public record TakeEntitlement(
        LearnerId learnerId,
        Entitlement entitlement,
        @Nullable Instant expiredAt,
        long version,
        Instant occurredAt) {

    public TakeEntitlement {
        expiredAt = expiredAt == null ? null : expiredAt.truncatedTo(ChronoUnit.MICROS);
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether this takes another version's place: the higher version does, of equal ones the later. */
    public boolean replaces(TakeEntitlement other) {
        return version == other.version ? occurredAt.isAfter(other.occurredAt) : version > other.version;
    }
}
