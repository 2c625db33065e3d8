package org.laurel.certificates.learner.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.FactOrder;

/**
 * A learner's identity was verified, or no longer is. The newest counts.
 *
 * @param status {@code approved}, {@code pending}, {@code denied}, {@code expired} or {@code none}
 * @param expiresAt until when an approval holds, null when it does not end
 */
public record IdentityVerification(
        FactOrder order, String status, @Nullable Instant expiresAt) implements LearnerFact {

    /** After everything about a single course run that existed before identities were judged. */
    public static final int KIND = 4;

    /** The state in which a learner counts as verified. */
    public static final String APPROVED = "approved";

    /** Whether it makes the learner verified at this moment. */
    public boolean holdsAt(Instant time) {
        return status.equals(APPROVED) && (expiresAt == null || expiresAt.isAfter(time));
    }
}
