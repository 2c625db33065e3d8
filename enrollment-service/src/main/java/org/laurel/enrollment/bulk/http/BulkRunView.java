package org.laurel.enrollment.bulk.http;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.bulk.domain.BulkRun;
import org.laurel.kit.job.Job;

/**
 * A long list as its sender sees it.
 *
 * @param state {@code running}, {@code paused}, {@code failed} (given up after repeated failures; an operator resumes its job),
 *     {@code done} or {@code cancelled}
 * @param rows how many rows it has
 * @param done how many of them are worked off
 * @param counts rows by outcome
 * @param error why its last chunk failed, null when it did not
 */
record BulkRunView(
        long id,
        String action,
        @Nullable String mode,
        boolean autoEnroll,
        @Nullable String reason,
        @Nullable String role,
        String state,
        long rows,
        long done,
        Map<String, Long> counts,
        long jobId,
        @Nullable String error,
        Instant createdAt,
        String createdBy,
        @Nullable Instant finishedAt) {

    /** @param job its job, null when the list has ended or that is gone */
    static BulkRunView of(BulkRun run, @Nullable Job job) {
        boolean ended = run.finishedAt() != null;
        Map<String, Long> counts = ended || job == null ? run.counts() : job.counts();
        return new BulkRunView(
                run.id(),
                run.order().action().word(),
                run.order().mode(),
                run.order().autoEnroll(),
                run.order().cause().reason(),
                run.order().role(),
                ended || job == null ? run.state() : job.state(),
                run.rows(),
                counts.values().stream().mapToLong(Long::longValue).sum(),
                new TreeMap<>(counts),
                run.jobId(),
                job == null ? null : job.error(),
                run.createdAt(),
                run.order().cause().by(),
                run.finishedAt());
    }
}
