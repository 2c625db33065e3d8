package org.laurel.certificates.lookup.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.domain.Certificate;
import org.laurel.certificates.lookup.domain.ShownCertificate;

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

    static CertificateDetail of(String username, ShownCertificate shown) {
        Certificate certificate = shown.certificate();
        String link = shown.link();
        return new CertificateDetail(
                username,
                shown.key().courseKey().value(),
                certificate.mode(),
                certificate.createdAt(),
                certificate.status().slug(),
                certificate.isPassed(),
                link == null || link.isEmpty() ? null : link,
                certificate.grade(),
                shown.issued().verifyUuid());
    }
}
