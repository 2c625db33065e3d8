package org.laurel.programs.configuration.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.configuration.db.CourseCertificateQuery.Version;
import org.laurel.programs.configuration.domain.CourseCertificate;
import org.laurel.programs.configuration.domain.DateFact;

/**
 * A version of a course run's certificate configuration.
 *
 * @param datedAt business time of the fact that set the date, null when nobody has
 * @param datedBy where that fact came from, null when nobody has
 */
public record CourseCertificateVersion(
        long id,
        String courseId,
        String certificateType,
        @Nullable Instant certificateAvailableDate,
        boolean isActive,
        @Nullable Instant datedAt,
        @Nullable String datedBy,
        long version,
        Instant modified,
        String changedBy,
        @Nullable String changeReason) {

    static CourseCertificateVersion of(Version version) {
        CourseCertificate certificate = version.certificate();
        boolean dated = certificate.dated().isAfter(DateFact.NEVER);
        return new CourseCertificateVersion(
                certificate.id(),
                certificate.courseKey().value(),
                certificate.type().slug(),
                certificate.availableDate(),
                certificate.isActive(),
                dated ? certificate.dated().occurredAt() : null,
                dated ? certificate.dated().source() : null,
                certificate.version(),
                certificate.modifiedAt(),
                version.changedBy(),
                version.changeReason());
    }
}
