package org.laurel.certificates.legacyimport.http;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.legacyimport.domain.LegacyImport;
import org.laurel.kit.job.Job;

/**
 * An import as its sender sees it.
 *
 * @param state {@code open} (takes parts), {@code running}, {@code paused}, {@code failed} (given up after repeated failures;
 *     resume its job), {@code done} or {@code cancelled}
 * @param format {@code jsonl} or {@code csv}, null before the first part
 * @param rows how many rows its parts have
 * @param done how many rows are worked off
 * @param counts rows by outcome: {@code imported}, {@code unchanged}, {@code withheld}, {@code would_import} in a dry run
 * @param refused rows by the reason of their refusal
 * @param jobId the job that works it off, null before the start
 * @param error why its last chunk failed, null when it did not
 */
public record ImportReport(
        long id,
        String state,
        @Nullable String format,
        boolean announce,
        boolean dryRun,
        int parts,
        long rows,
        long done,
        Map<String, Long> counts,
        Map<String, Long> refused,
        @Nullable Long jobId,
        @Nullable String error,
        Instant createdAt,
        String createdBy,
        @Nullable Instant finishedAt) {

    private static final String REFUSED = "refused.";

    /** @param job its job, null when there is none or it is gone */
    static ImportReport of(LegacyImport known, @Nullable Job job) {
        boolean live = job != null && known.state().equals("running");
        Map<String, Long> outcomes = live && job != null ? job.counts() : known.counts();
        Map<String, Long> counts = new TreeMap<>();
        Map<String, Long> refused = new TreeMap<>();
        outcomes.forEach((outcome, number) -> {
            if (outcome.startsWith(REFUSED)) {
                refused.put(outcome.substring(REFUSED.length()), number);
            } else {
                counts.put(outcome, number);
            }
        });
        return new ImportReport(
                known.id(),
                live && job != null ? job.state() : known.state(),
                known.format() == null ? null : known.format().slug(),
                known.announce(),
                known.dryRun(),
                known.parts(),
                known.rows(),
                outcomes.values().stream().mapToLong(Long::longValue).sum(),
                counts,
                refused,
                known.jobId(),
                job == null ? null : job.error(),
                known.createdAt(),
                known.createdBy(),
                known.finishedAt());
    }
}
