package org.laurel.enrollment.bulk.domain;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A long list that a job works off.
 *
 * @param state {@code running}, {@code done} or {@code cancelled}
 * @param rows how many rows the list has
 * @param counts rows by outcome, complete when it has ended
 * @param jobId the job that works it off
 */
public record BulkRun(
        long id,
        BulkOrder order,
        String state,
        long rows,
        Map<String, Long> counts,
        long jobId,
        Instant createdAt,
        @Nullable Instant finishedAt) {}
