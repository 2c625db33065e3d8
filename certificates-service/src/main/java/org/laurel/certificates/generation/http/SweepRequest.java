package org.laurel.certificates.generation.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs over several course runs: those named, or all that have such certificates but the excluded ones.
 *
 * @param courseKeys the course runs; null for all
 * @param excludedCourseKeys the ones to leave out of all; not together with {@code course_keys}
 * @param statuses the statuses of the certificates, {@code unverified} when null
 * @param chunk learners of one transaction
 * @param pauseSeconds pause between chunks
 * @param reason why, for the history
 */
public record SweepRequest(
        @Size(max = 1_000) @Nullable List<@NotNull String> courseKeys,
        @Size(max = 1_000) @Nullable List<@NotNull String> excludedCourseKeys,
        @Nullable List<String> statuses,
        @Min(1) @Max(1_000) @Nullable Integer chunk,
        @Min(0) @Max(3_600) @Nullable Integer pauseSeconds,
        @Size(max = 1_000) @Nullable String reason) {

    /** All unverified certificates everywhere. */
    static final SweepRequest UNVERIFIED = new SweepRequest(null, null, null, null, null, null);
}
