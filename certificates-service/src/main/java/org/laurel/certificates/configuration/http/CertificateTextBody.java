package org.laurel.certificates.configuration.http;

import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.configuration.domain.CertificateText;
import org.laurel.certificates.configuration.domain.Signatory;

/**
 * A text for certificates, as clients send and see it.
 *
 * @param id absent to be given one
 * @param courseTitle absent to use the course's display name
 * @param isActive absent for false
 * @param version absent for 1
 */
public record CertificateTextBody(
        @Nullable Long id,
        @Nullable String name,
        @Nullable String description,
        @Nullable String courseTitle,
        @Nullable Boolean isActive,
        @Nullable Integer version,
        @Nullable List<@NotNull SignatoryBody> signatories) {

    static CertificateTextBody of(CertificateText text) {
        return new CertificateTextBody(
                text.id(),
                text.name(),
                text.description(),
                text.courseTitle(),
                text.active(),
                text.version(),
                text.signatories().stream().map(SignatoryBody::of).toList());
    }

    CertificateText text(long spareId) {
        return new CertificateText(
                Objects.requireNonNullElse(id, spareId),
                Objects.requireNonNullElse(name, ""),
                Objects.requireNonNullElse(description, ""),
                Objects.requireNonNullElse(courseTitle, ""),
                Objects.requireNonNullElse(isActive, false),
                Objects.requireNonNullElse(version, 1),
                signed());
    }

    private List<Signatory> signed() {
        List<SignatoryBody> given = signatories == null ? List.of() : signatories;
        long spareId = SpareIds.after(given.stream().map(SignatoryBody::id));
        List<Signatory> signed = new ArrayList<>(given.size());
        for (SignatoryBody signatory : given) {
            signed.add(signatory.signatory(spareId));
            spareId += signatory.id() == null ? 1 : 0;
        }
        return signed;
    }
}
