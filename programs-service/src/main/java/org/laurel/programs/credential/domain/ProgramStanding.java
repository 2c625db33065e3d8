package org.laurel.programs.credential.domain;

import java.time.Instant;

/**
 * Where a learner stands with the credential of a program.
 *
 * @param availableAt from when the learner may see it
 * @param reason why it is in its status
 * @param createdAt when it was first awarded
 * @param modifiedAt when it last changed
 */
public record ProgramStanding(
        CredentialStatus status, Instant availableAt, Reason reason, Instant createdAt, Instant modifiedAt) {

    /** Whether the credential holds. */
    public boolean isAwarded() {
        return status == CredentialStatus.AWARDED;
    }
}
