package org.laurel.programs.credential.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.Cause;

/**
 * Decide about a credential that exists.
 *
 * @param status null to take the decision back that there is
 * @param expectedVersion the version of the decision that the caller has seen, null for any
 */
public record DecideCredential(
        UUID credentialUuid,
        @Nullable CredentialStatus status,
        @Nullable Long expectedVersion,
        Cause cause) {

    /** A decision whatever was decided before. */
    public DecideCredential(UUID credentialUuid, @Nullable CredentialStatus status, Cause cause) {
        this(credentialUuid, status, null, cause);
    }

    /** The same decision with no word on why. */
    public DecideCredential withoutReason() {
        return new DecideCredential(credentialUuid, status, expectedVersion, cause.because(null));
    }
}
