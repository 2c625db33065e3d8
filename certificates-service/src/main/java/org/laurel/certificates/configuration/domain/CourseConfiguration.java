package org.laurel.certificates.configuration.domain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the certificates of a course run say (certificates description, section 1, "Course-level inputs").
 *
 * @param certificates the texts; the first active one is used
 * @param htmlViewOverrides values that beat those of the deployment's html view configuration; a value is what JSON can say
 * @param displayCourseNumber stands in for the number in the course key, null to use that
 * @param displayOrganization stands in for the organisation in the course key, null to use that
 */
public record CourseConfiguration(
        List<CertificateText> certificates,
        Map<String, @Nullable Object> htmlViewOverrides,
        @Nullable String displayCourseNumber,
        @Nullable String displayOrganization) {

    public CourseConfiguration {
        certificates = List.copyOf(certificates);
        htmlViewOverrides = Collections.unmodifiableMap(new LinkedHashMap<>(htmlViewOverrides));
    }

    /** The text that certificates are issued with; empty when the run has no active one, so that its pages do not show. */
    public Optional<CertificateText> active() {
        return certificates.stream().filter(CertificateText::active).findFirst();
    }

    /** The text that a preview shows: the first, whether or not it is active. Source: section 7.7, preview. */
    public Optional<CertificateText> preview() {
        return certificates.stream().findFirst();
    }
}
