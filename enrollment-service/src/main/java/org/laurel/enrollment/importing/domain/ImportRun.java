package org.laurel.enrollment.importing.domain;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An import of learners, course runs or enrollments.
 *
 * @param kind a {@link RowKind}, or {@link #ONEROSTER}
 * @param state {@code open} (takes parts), {@code running}, {@code done} or {@code cancelled}
 * @param format how its rows are written, null before the first part
 * @param dryRun whether rows are only tried out
 * @param jobId the job that works it off, null before the start
 * @param rows how many rows its parts have
 * @param size how many bytes its parts have
 * @param parts how many parts there are
 * @param counts rows by outcome, once it has ended
 */
public record ImportRun(
        long id,
        String kind,
        String state,
        @Nullable ImportFormat format,
        boolean dryRun,
        @Nullable Long jobId,
        long rows,
        long size,
        int parts,
        Map<String, Long> counts,
        Instant createdAt,
        String createdBy,
        @Nullable Instant finishedAt) {

    /** The kind of an import of a whole bundle, whose files become parts of several kinds. */
    public static final String ONEROSTER = "oneroster";
}
