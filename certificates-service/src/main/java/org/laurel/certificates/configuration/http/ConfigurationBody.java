package org.laurel.certificates.configuration.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.configuration.domain.CertificateText;
import org.laurel.certificates.configuration.domain.CourseConfiguration;

/**
 * A certificate configuration of a course run, whole.
 *
 * @param certificates the texts; the first active one is used
 * @param certHtmlViewOverrides values that beat those of the deployment's html view configuration
 * @param displayCoursenumber stands in for the number in the course key
 * @param displayOrganization stands in for the organisation in the course key
 * @param changeReason why it changes, for the history
 */
public record ConfigurationBody(
        @NotNull List<@NotNull @Valid CertificateTextBody> certificates,

        @Schema(type = SchemaType.OBJECT) @Nullable Map<String, @Nullable Object> certHtmlViewOverrides,

        @Nullable String displayCoursenumber,
        @Nullable String displayOrganization,

        @Nullable @Size(max = 1000) String changeReason) {

    CourseConfiguration configuration() {
        long spareId = SpareIds.after(certificates.stream().map(CertificateTextBody::id));
        List<CertificateText> texts = new ArrayList<>(certificates.size());
        for (CertificateTextBody certificate : certificates) {
            texts.add(certificate.text(spareId));
            spareId += certificate.id() == null ? 1 : 0;
        }
        return new CourseConfiguration(
                texts,
                certHtmlViewOverrides == null ? Map.of() : certHtmlViewOverrides,
                unlessBlank(displayCoursenumber),
                unlessBlank(displayOrganization));
    }

    private static @Nullable String unlessBlank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
