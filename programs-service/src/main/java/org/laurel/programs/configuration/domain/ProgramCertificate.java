package org.laurel.programs.configuration.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a program is certified. Its credential is only made when it has an active configuration.
 *
 * @param title stands in for the program's title on the page, null for that one
 * @param signatories ids of those who sign, in order, each once
 * @param useOrgName whether the page calls organisations by name instead of by key
 * @param includeHoursOfEffort whether the page tells the program's hours of effort
 * @param language tag of the page's language, null for the reader's
 */
public record ProgramCertificate(
        UUID programUuid,
        boolean isActive,
        @Nullable String title,
        List<Long> signatories,
        boolean useOrgName,
        boolean includeHoursOfEffort,
        @Nullable String language) {

    public ProgramCertificate {
        signatories = List.copyOf(signatories);
    }

    /** What a program has that nobody has configured otherwise. */
    public static ProgramCertificate standard(UUID programUuid) {
        return new ProgramCertificate(programUuid, true, null, List.of(), false, false, null);
    }
}
