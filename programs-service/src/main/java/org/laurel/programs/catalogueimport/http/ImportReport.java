package org.laurel.programs.catalogueimport.http;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.job.Job;
import org.laurel.programs.catalogueimport.domain.CatalogueImport;

/**
 * An import as its sender sees it.
 *
 * @param state {@code open} (takes parts), {@code running}, {@code paused}, {@code failed} (given up after repeated failures;
 *     resume its job), {@code done} or {@code cancelled}
 * @param dryRun whether items are only tried out
 * @param items how many items its parts have
 * @param done how many are worked off
 * @param counts items by kind ({@code programs}, {@code organizations}, {@code pathways}) and outcome ({@code created},
 *     {@code changed}, {@code unchanged}, {@code refused})
 * @param jobId the job that works it off, null before the start
 * @param error why its last chunk failed, null when it did not
 */
public record ImportReport(
        long id,
        String state,
        boolean dryRun,
        int parts,
        long items,
        long done,
        Map<String, Map<String, Long>> counts,
        @Nullable Long jobId,
        @Nullable String error,
        Instant createdAt,
        String createdBy,
        @Nullable Instant finishedAt) {

    /** @param job its job, null when there is none or it is gone */
    static ImportReport of(CatalogueImport known, @Nullable Job job) {
        @Nullable Job live = known.state().equals("running") ? job : null;
        Map<String, Long> outcomes = live == null ? known.counts() : live.counts();
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        outcomes.forEach((outcome, number) -> {
            int dot = outcome.indexOf('.');
            counts.computeIfAbsent(outcome.substring(0, dot), kind -> new TreeMap<>())
                    .put(outcome.substring(dot + 1), number);
        });
        return new ImportReport(
                known.id(),
                live == null ? known.state() : live.state(),
                known.dryRun(),
                known.parts(),
                known.items(),
                outcomes.values().stream().mapToLong(Long::longValue).sum(),
                counts,
                known.jobId(),
                job == null ? null : job.error(),
                known.createdAt(),
                known.createdBy(),
                known.finishedAt());
    }
}
