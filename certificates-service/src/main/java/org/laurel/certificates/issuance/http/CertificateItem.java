package org.laurel.certificates.issuance.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.certificates.issuance.db.CertificateQuery.Found;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;

/** A certificate in a learner's list: the detail and what the course run is called. */
public record CertificateItem(
        @JsonUnwrapped CertificateDetail certificate,
        @Nullable String courseDisplayName,
        @Nullable String courseOrganization,
        Instant modifiedDate) {

    static CertificateItem of(String username, Found found) {
        Issued issued = Objects.requireNonNull(found.stored().issued());
        CourseSettings settings = found.terms().newest().settings();
        return new CertificateItem(
                CertificateDetail.of(username, found),
                settings == null ? null : settings.displayName(),
                settings == null ? null : settings.org(),
                issued.certificate().modifiedAt());
    }
}
