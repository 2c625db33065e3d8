package org.laurel.programs.configuration.http;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.configuration.domain.CourseCertificate;

/**
 * How a course run is certified, as existing clients read it.
 *
 * @param site always 1: a deployment serves one
 * @param courseRun the run of the catalogue, by its key; null when no program has it
 * @param certificateAvailableDate from when course credentials show, null when that is at once
 */
public record CourseCertificateAnswer(
        long id,
        int site,
        String courseId,
        @Nullable String courseRun,

        @Schema(enumeration = {"honor", "professional", "verified", "no-id-professional", "masters"})
        String certificateType,

        @Nullable Instant certificateAvailableDate,
        boolean isActive) {

    private static final int ONLY_SITE = 1;

    static CourseCertificateAnswer of(CourseCertificate certificate, boolean inCatalogue) {
        String courseKey = certificate.courseKey().value();
        return new CourseCertificateAnswer(
                certificate.id(),
                ONLY_SITE,
                courseKey,
                inCatalogue ? courseKey : null,
                certificate.type().slug(),
                certificate.availableDate(),
                certificate.isActive());
    }
}
