package org.laurel.enrollment.importing.http;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.importing.domain.ImportRun;
import org.laurel.enrollment.importing.domain.RowOutcome;
import org.laurel.kit.job.Job;

/**
 * An import as its sender sees it.
 *
 * @param kind {@code learners}, {@code course_runs}, {@code enrollments} or {@code oneroster}
 * @param state {@code open} (takes parts), {@code running}, {@code paused}, {@code failed} (given up after repeated failures;
 *     resume its job), {@code done} or {@code cancelled}
 * @param format {@code jsonl} or {@code csv}, null before the first part
 * @param dryRun whether rows are only tried out
 * @param rows how many rows its parts have
 * @param done how many rows are worked off
 * @param counts rows by outcome: {@code created}, {@code updated}, {@code unchanged}
 * @param refused rows by the reason of their refusal
 * @param jobId the job that works it off, null before the start
 * @param error why its last chunk failed, null when it did not
 */
public record ImportReport(
        long id,
        String kind,
        String state,
        @Nullable String format,
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

    /** @param job its job, null when there is none or it is gone */
    static ImportReport of(ImportRun known, @Nullable Job job) {
        @Nullable Job live = known.state().equals("running") ? job : null;
        Map<String, Long> outcomes = live == null ? known.counts() : live.counts();
        Map<String, Long> counts = new TreeMap<>();
        Map<String, Long> refused = new TreeMap<>();
        outcomes.forEach((outcome, number) -> {
            if (RowOutcome.isRefused(outcome)) {
                refused.put(RowOutcome.code(outcome).slug(), number);
            } else {
                counts.put(outcome, number);
            }
        });
        return new ImportReport(
                known.id(),
                known.kind(),
                live == null ? known.state() : live.state(),
                known.format() == null ? null : known.format().slug(),
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
