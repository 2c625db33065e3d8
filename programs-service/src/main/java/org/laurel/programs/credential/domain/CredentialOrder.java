package org.laurel.programs.credential.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.Cause;

/**
 * A staff decision as it is stored, with who made it and why.
 *
 * @param version counts the decisions about this credential
 */
public record CredentialOrder(CredentialKey key, StaffDecision decision, long version, Cause cause) {

    /**
     * What a new decision makes of the one that is stored.
     *
     * @param stored null when there is none
     * @param status null to take the decision back
     * @param mode see {@link StaffDecision#mode}; a mode that is stored stays
     * @param now when it is made
     * @return empty when it says what the stored one says, with no other reason
     */
    public static Optional<CredentialOrder> decide(
            CredentialKey key,
            @Nullable CredentialOrder stored,
            @Nullable CredentialStatus status,
            @Nullable String mode,
            Instant now,
            Cause cause) {
        if (stored == null) {
            return status == null
                    ? Optional.empty()
                    : Optional.of(new CredentialOrder(key, new StaffDecision(status, mode, now), 1, cause));
        }
        if (stored.isSaidBy(status, cause)) {
            return Optional.empty();
        }
        StaffDecision before = stored.decision();
        boolean sameStatus = before.status() == status;
        Instant at = sameStatus || now.isBefore(before.at()) ? before.at() : now;
        String kept = before.mode() == null ? mode : before.mode();
        return Optional.of(new CredentialOrder(key, new StaffDecision(status, kept, at), stored.version() + 1, cause));
    }

    /** Whether this is what somebody decides who gives this status, and no reason or the same. */
    public boolean isSaidBy(@Nullable CredentialStatus status, Cause by) {
        return decision.status() == status && (by.reason() == null || Objects.equals(by.reason(), cause.reason()));
    }
}
