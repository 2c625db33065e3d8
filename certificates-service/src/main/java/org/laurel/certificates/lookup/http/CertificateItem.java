package org.laurel.certificates.lookup.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.certificates.lookup.domain.ShownCertificate;

/**
 * A certificate in a learner's list: the detail and what the course run is called. A run that is gone is called by its key.
 */
public record CertificateItem(
        @JsonUnwrapped CertificateDetail certificate,
        @Nullable String courseDisplayName,
        String courseOrganization,
        Instant modifiedDate) {

    static CertificateItem of(String username, ShownCertificate shown) {
        CourseSettings settings = shown.terms().settings();
        return new CertificateItem(
                CertificateDetail.of(username, shown),
                settings == null ? shown.key().courseKey().value() : settings.displayName(),
                settings == null ? shown.key().courseKey().org() : settings.org(),
                shown.certificate().modifiedAt());
    }
}
