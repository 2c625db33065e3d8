package org.laurel.certificates.issuance.http;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.db.CertificateQuery.Found;
import org.laurel.certificates.issuance.domain.Certificate;
import org.laurel.certificates.issuance.domain.CertificateLinks;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;

/**
 * A certificate as existing clients read it.
 *
 * @param certificateType the mode that it certifies
 * @param downloadUrl null unless it is granted
 * @param grade the grade at its last change as text, empty without one
 */
public record CertificateDetail(
        String username,
        String courseId,
        String certificateType,
        Instant createdDate,
        String status,
        boolean isPassing,
        @Nullable String downloadUrl,
        String grade,
        String uuid) {

    static CertificateDetail of(String username, Found found) {
        Issued issued = Objects.requireNonNull(found.stored().issued());
        Certificate certificate = issued.certificate();
        return new CertificateDetail(
                username,
                found.stored().key().courseKey().value(),
                certificate.mode(),
                certificate.createdAt(),
                certificate.status().slug(),
                certificate.isPassed(),
                CertificateLinks.download(certificate, issued.verifyUuid()),
                certificate.grade(),
                issued.verifyUuid());
    }
}
