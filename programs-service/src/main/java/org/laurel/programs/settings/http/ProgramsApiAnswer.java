package org.laurel.programs.settings.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.revision.Revision;
import org.laurel.programs.settings.db.ProgramsApiQuery.Found;
import org.laurel.programs.settings.domain.ProgramsApi;

/**
 * A revision of the programs API's configuration.
 *
 * @param id null before the first
 */
public record ProgramsApiAnswer(
        @Nullable Long id,
        boolean enabled,
        String marketingPath,
        @Nullable Instant changeDate,
        @Nullable String changedBy,
        @Nullable String changeReason) {

    static final ProgramsApiAnswer NONE = new ProgramsApiAnswer(
            null, ProgramsApi.DISABLED.enabled(), ProgramsApi.DISABLED.marketingPath(), null, null, null);

    static ProgramsApiAnswer of(Found found) {
        return of(found.revision(), found.configuration());
    }

    static ProgramsApiAnswer of(Revision revision, ProgramsApi configuration) {
        return new ProgramsApiAnswer(
                revision.id(),
                configuration.enabled(),
                configuration.marketingPath(),
                revision.changedAt(),
                revision.changedBy(),
                revision.reason());
    }
}
