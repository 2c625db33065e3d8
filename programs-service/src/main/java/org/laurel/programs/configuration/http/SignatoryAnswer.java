package org.laurel.programs.configuration.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.configuration.db.SignatoryQuery.Found;
import org.laurel.programs.configuration.domain.Signatory;

/**
 * Somebody who signs certificates.
 *
 * @param image where everybody can get the signature's picture, null without one
 * @param version counts the changes; the ETag is the same number in quotes
 */
public record SignatoryAnswer(
        long id,
        String name,
        String title,
        @Nullable String organizationNameOverride,
        @Nullable String image,
        long version,
        Instant created,
        Instant modified,
        String changedBy,
        @Nullable String changeReason) {

    static SignatoryAnswer of(Found found, String publicUrl) {
        Signatory signatory = found.signatory();
        return new SignatoryAnswer(
                signatory.id(),
                signatory.name(),
                signatory.title(),
                signatory.organizationNameOverride(),
                signatory.picturePath() == null ? null : publicUrl + signatory.picturePath(),
                signatory.version(),
                signatory.createdAt(),
                signatory.modifiedAt(),
                found.changedBy(),
                found.changeReason());
    }
}
