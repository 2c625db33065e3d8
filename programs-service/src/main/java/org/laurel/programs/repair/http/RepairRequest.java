package org.laurel.programs.repair.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which program credentials to look at, and what to do with them. Programs, course runs and learners narrow each other down; without
 * any of them {@code all} has to be true.
 *
 * @param programs uuids; the credentials of these programs
 * @param courseRuns keys; the credentials of programs with one of these runs, of learners with a certificate in one
 * @param learners usernames or learner ids
 * @param learnersCsv the same as text: the first cell of each line
 * @param all everybody and every program
 * @param award whether to make what is missing; true when absent
 * @param revoke whether to take back what nothing supports; false when absent
 * @param dryRun whether to tell only what would happen; true when absent
 * @param learnersPerSecond how fast at most; as fast as it goes when absent
 * @param reason why, for the history
 */
@Schema(description = "Which program credentials to look at, and what to do with them")
public record RepairRequest(
        @Size(max = 1_000) @Nullable List<@Nullable String> programs,
        @Size(max = 1_000) @Nullable List<@Nullable String> courseRuns,
        @Size(max = 50_000) @Nullable List<@Nullable String> learners,
        @Nullable String learnersCsv,
        @Nullable Boolean all,
        @Schema(defaultValue = "true") @Nullable Boolean award,
        @Schema(defaultValue = "false") @Nullable Boolean revoke,
        @Schema(defaultValue = "true") @Nullable Boolean dryRun,
        @Min(1) @Max(100_000) @Nullable Integer learnersPerSecond,
        @Size(max = 1_000) @Nullable String reason) {}
