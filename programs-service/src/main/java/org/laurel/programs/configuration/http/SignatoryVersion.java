package org.laurel.programs.configuration.http;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.configuration.db.SignatoryQuery.Version;

/**
 * A version of somebody who signs certificates.
 *
 * @param historyType {@code +} made, {@code ~} changed, {@code -} deleted
 * @param changedBy who did it
 */
public record SignatoryVersion(
        long id,
        @Schema(enumeration = {"+", "~", "-"}) String historyType,
        String name,
        String title,
        @Nullable String organizationNameOverride,
        @Nullable String image,
        long version,
        Instant created,
        Instant modified,
        String changedBy,
        @Nullable String changeReason) {

    static SignatoryVersion of(Version version, SignatoryAnswer answer) {
        return new SignatoryVersion(
                answer.id(),
                version.operation(),
                answer.name(),
                answer.title(),
                answer.organizationNameOverride(),
                answer.image(),
                answer.version(),
                answer.created(),
                answer.modified(),
                answer.changedBy(),
                answer.changeReason());
    }
}
