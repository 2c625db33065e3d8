package org.laurel.certificates.legacyimport.domain;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An import of existing certificates.
 *
 * @param state {@code open} (takes parts), {@code running}, {@code done} or {@code cancelled}
 * @param format how its rows are written, null before the first part
 * @param announce whether others hear of the certificates
 * @param dryRun whether rows are only checked
 * @param jobId the job that works it off, null before the start
 * @param rows how many rows its parts have
 * @param size how many bytes its parts have
 * @param parts how many parts there are
 * @param counts rows by outcome, once it has ended
 */
public record LegacyImport(
        long id,
        String state,
        @Nullable ImportFormat format,
        boolean announce,
        boolean dryRun,
        @Nullable Long jobId,
        long rows,
        long size,
        int parts,
        Map<String, Long> counts,
        Instant createdAt,
        String createdBy,
        @Nullable Instant finishedAt) {

    /** Whether it takes parts. */
    public boolean isOpen() {
        return state.equals("open");
    }
}
