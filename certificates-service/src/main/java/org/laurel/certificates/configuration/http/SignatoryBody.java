package org.laurel.certificates.configuration.http;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.configuration.domain.Signatory;

/**
 * Who signs a certificate, as clients send and see it.
 *
 * @param id absent to be given one
 * @param signatureImagePath an http(s) address or an absolute path
 */
public record SignatoryBody(
        @Nullable Long id,
        @Nullable String name,
        @Nullable String title,
        @Nullable String organization,
        @Nullable String signatureImagePath) {

    static SignatoryBody of(Signatory signatory) {
        return new SignatoryBody(
                signatory.id(),
                signatory.name(),
                signatory.title(),
                signatory.organization(),
                signatory.signatureImagePath());
    }

    Signatory signatory(long spareId) {
        return new Signatory(
                Objects.requireNonNullElse(id, spareId),
                Objects.requireNonNullElse(name, ""),
                Objects.requireNonNullElse(title, ""),
                Objects.requireNonNullElse(organization, ""),
                Objects.requireNonNullElse(signatureImagePath, ""));
    }
}
