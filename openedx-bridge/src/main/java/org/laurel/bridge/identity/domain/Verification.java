package org.laurel.bridge.identity.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The state of a learner's identity verification.
 *
 * @param status one of those of {@code identity-verification.changed}
 * @param expiresAt until when an approval holds or held; null for other statuses and when it does not end
 * @param asOf the newest time that anything was told at
 */
public record Verification(String status, @Nullable Instant expiresAt, Instant asOf) {

    private static final Comparator<Attempt> LONGEST_LAST =
            Comparator.comparing(Attempt::expiresAt, Comparator.nullsLast(Comparator.naturalOrder()));

    /**
     * The fold of all attempts of one learner, whatever the order in which they came: an approval that holds beats every other
     * attempt, the one that holds longest beats other approvals. Without one the attempt of the highest
     * number counts, which is the one that was begun last; one that was only begun counts for nothing beside others.
     *
     * @param attempts at least one, each number once
     */
    public static Verification of(Collection<Attempt> attempts) {
        Instant asOf = attempts.stream()
                .map(Attempt::toldAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return attempts.stream()
                .filter(attempt -> attempt.approvesAt(asOf))
                .max(LONGEST_LAST)
                .map(approved -> new Verification("approved", approved.expiresAt(), asOf))
                .orElseGet(() -> withoutApproval(attempts, asOf));
    }

    /** Whether somebody who knows the other one learns anything from this. */
    public boolean tellsMoreThan(@Nullable Verification known) {
        return known == null
                ? !status.equals("none")
                : !status.equals(known.status) || !java.util.Objects.equals(expiresAt, known.expiresAt);
    }

    private static Verification withoutApproval(Collection<Attempt> attempts, Instant asOf) {
        return attempts.stream()
                .filter(attempt -> attempt.status() != Attempt.Status.CREATED)
                .max(Comparator.comparingLong(Attempt::number))
                .map(newest -> switch (newest.status()) {
                    case APPROVED -> new Verification("expired", newest.expiresAt(), asOf);
                    case DENIED -> new Verification("denied", null, asOf);
                    case CREATED, PENDING -> new Verification("pending", null, asOf);
                })
                .orElseGet(() -> new Verification("none", null, asOf));
    }
}
