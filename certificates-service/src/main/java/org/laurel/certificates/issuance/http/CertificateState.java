package org.laurel.certificates.issuance.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.domain.Certificate;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;

/**
 * A certificate in an explanation.
 *
 * @param status the status, and beside it the name that people read
 * @param verifyUuid null for a certificate that is assumed or was not stored under these facts
 */
public record CertificateState(
        String status,
        String statusName,
        String mode,
        String grade,
        String reason,
        String generationMode,
        String errorReason,
        @Nullable String verifyUuid,
        Instant createdAt,
        Instant modifiedAt) {

    /** A stored certificate, null without one. */
    public static @Nullable CertificateState of(@Nullable Issued issued) {
        return issued == null ? null : of(issued.certificate(), issued.verifyUuid());
    }

    static @Nullable CertificateState assumed(@Nullable Certificate certificate) {
        return certificate == null ? null : of(certificate, null);
    }

    private static CertificateState of(Certificate certificate, @Nullable String verifyUuid) {
        return new CertificateState(
                certificate.status().slug(),
                certificate.status().readableName(),
                certificate.mode(),
                certificate.grade(),
                certificate.reason().slug(),
                certificate.generationMode().slug(),
                certificate.file().errorReason(),
                verifyUuid,
                certificate.createdAt(),
                certificate.modifiedAt());
    }
}
