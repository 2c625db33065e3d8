package org.laurel.certificates.issuance.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as another system states it. Source: certificates, legacy import and service clients.
 *
 * @param mode any slug; an import keeps those that nobody knows
 * @param grade as text of at most five characters, empty without one
 * @param name null for the name that the learner has here
 * @param verifyUuid the public id to keep, null for the one that the certificate has or a new one
 * @param createdAt null for the time that the certificate has or that of the statement
 * @param modifiedAt null for the time of the statement
 */
public record StatedCertificate(
        CertificateStatus status,
        String mode,
        String grade,
        @Nullable String name,
        @Nullable String verifyUuid,
        @Nullable Instant createdAt,
        @Nullable Instant modifiedAt,
        String downloadUuid,
        String downloadUrl,
        String errorReason) {

    /** Whether the learner has the certificate. */
    public boolean earned() {
        return status == CertificateStatus.DOWNLOADABLE || status == CertificateStatus.REGENERATING;
    }

    /** The same without name and file, for a learner who is retired. */
    public StatedCertificate withoutPersonalData() {
        return new StatedCertificate(status, mode, grade, "", verifyUuid, createdAt, modifiedAt, "", "", "");
    }
}
