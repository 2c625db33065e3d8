package org.laurel.programs.configuration.domain;

import java.time.Instant;

/**
 * A program's certificate configuration as the database holds it.
 *
 * @param version counts the changes
 * @param modifiedAt when it last changed
 */
public record StoredProgramCertificate(
        ProgramCertificate certificate, long version, Instant createdAt, Instant modifiedAt) {

    /** A first version. */
    public static StoredProgramCertificate first(ProgramCertificate certificate, Instant at) {
        return new StoredProgramCertificate(certificate, 1, at, at);
    }

    /** The next version, or this one when it says the same. */
    StoredProgramCertificate next(ProgramCertificate changed, Instant at) {
        return changed.equals(certificate)
                ? this
                : new StoredProgramCertificate(
                        changed, version + 1, createdAt, at.isBefore(modifiedAt) ? modifiedAt : at);
    }
}
