package org.laurel.certificates.register.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Certificate;
import org.laurel.certificates.issuance.domain.CertificateFile;
import org.laurel.certificates.issuance.domain.CertificateLinks;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;

/**
 * A certificate as other systems read it: the whole row.
 *
 * @param username null when nobody told us of the learner
 * @param statusName the status as people read it
 * @param grade the grade at its last change as text, empty without one
 * @param isPassing whether the status counts as passed
 * @param isEarned whether the learner has it
 * @param downloadUrl its file, else its page where certificates are pages; null unless it is earned
 * @param availableAt from when the learner may see it
 * @param version counts its changes
 */
public record CertificateRecord(
        String learnerId,
        @Nullable String username,
        String courseKey,
        String verifyUuid,
        String status,
        String statusName,
        String mode,
        String grade,
        String name,
        String reason,
        String generationMode,
        boolean isPassing,
        boolean isEarned,
        boolean isPdfCertificate,
        @Nullable String downloadUrl,
        String downloadUuid,
        String errorReason,
        Instant createdAt,
        Instant modifiedAt,
        Instant availableAt,
        @Nullable Instant dateOverride,
        long version) {

    /** A row, by its course run's newest terms. */
    static CertificateRecord of(CaseKey key, @Nullable String username, Issued issued, Terms terms) {
        Certificate certificate = issued.certificate();
        CertificateFile file = certificate.file();
        return new CertificateRecord(
                key.learnerId().value(),
                username,
                key.courseKey().value(),
                issued.verifyUuid(),
                certificate.status().slug(),
                certificate.status().readableName(),
                certificate.mode(),
                certificate.grade(),
                certificate.name(),
                certificate.reason().slug(),
                certificate.generationMode().slug(),
                certificate.isPassed(),
                certificate.earned(),
                !file.downloadUrl().isEmpty(),
                CertificateLinks.download(terms, certificate, issued.verifyUuid()),
                file.downloadUuid(),
                file.errorReason(),
                certificate.createdAt(),
                certificate.modifiedAt(),
                issued.availableAt(),
                issued.dateOverride(),
                issued.version());
    }
}
