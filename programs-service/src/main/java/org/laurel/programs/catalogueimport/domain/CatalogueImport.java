package org.laurel.programs.catalogueimport.domain;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An import of a catalogue document.
 *
 * @param state {@code open}, {@code running}, {@code done} or {@code cancelled}
 * @param items how many items its parts have
 * @param counts items by kind and outcome once it has ended: {@code programs.created}
 */
public record CatalogueImport(
        long id,
        String state,
        boolean dryRun,
        @Nullable Long jobId,
        int parts,
        long items,
        Map<String, Long> counts,
        Instant createdAt,
        String createdBy,
        @Nullable Instant finishedAt) {

    public CatalogueImport {
        counts = Map.copyOf(counts);
    }
}
