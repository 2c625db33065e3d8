package org.laurel.certificates.configuration.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.configuration.domain.ConfigurationVersion;
import org.laurel.certificates.configuration.domain.CourseConfiguration;

/**
 * A version of a course run's certificate configuration.
 *
 * @param version counts from 1 in each run; the ETag is the same number in quotes
 * @param hasActiveCertificate whether certificates of the run show
 */
public record ConfigurationAnswer(
        String courseKey,
        long version,
        List<CertificateTextBody> certificates,
        @Schema(type = SchemaType.OBJECT) Map<String, @Nullable Object> certHtmlViewOverrides,
        @Nullable String displayCoursenumber,
        @Nullable String displayOrganization,
        boolean hasActiveCertificate,
        Instant changedAt,
        String changedBy,
        @Nullable String changeReason) {

    static ConfigurationAnswer of(ConfigurationVersion version) {
        CourseConfiguration configuration = version.configuration();
        return new ConfigurationAnswer(
                version.courseKey().value(),
                version.version(),
                configuration.certificates().stream()
                        .map(CertificateTextBody::of)
                        .toList(),
                configuration.htmlViewOverrides(),
                configuration.displayCourseNumber(),
                configuration.displayOrganization(),
                configuration.active().isPresent(),
                version.changedAt(),
                version.changedBy(),
                version.reason());
    }
}
