package org.laurel.programs.configuration.http;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.configuration.db.ProgramCertificateQuery.Found;
import org.laurel.programs.configuration.domain.ProgramCertificate;

/**
 * How a program is certified.
 *
 * @param signatories ids of those who sign, in order
 * @param version counts the changes; the ETag is the same number in quotes
 */
public record ProgramCertificateAnswer(
        UUID programUuid,
        boolean isActive,
        @Nullable String title,
        List<Long> signatories,
        boolean useOrgName,
        boolean includeHoursOfEffort,
        @Nullable String language,
        long version,
        Instant created,
        Instant modified,
        String changedBy,
        @Nullable String changeReason) {

    static ProgramCertificateAnswer of(Found found) {
        ProgramCertificate certificate = found.stored().certificate();
        return new ProgramCertificateAnswer(
                certificate.programUuid(),
                certificate.isActive(),
                certificate.title(),
                certificate.signatories(),
                certificate.useOrgName(),
                certificate.includeHoursOfEffort(),
                certificate.language(),
                found.stored().version(),
                found.stored().createdAt(),
                found.stored().modifiedAt(),
                found.changedBy(),
                found.changeReason());
    }
}
