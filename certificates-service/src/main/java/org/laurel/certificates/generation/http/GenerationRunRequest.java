package org.laurel.certificates.generation.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whom a generation run takes on, and how fast. Without any member: everybody with an active enrollment who has no certificate
 * in the course run, or an {@code unavailable} one.
 *
 * @param studentSet a set of learners instead
 * @param statuses only learners whose certificate has one of these; makes the run a regeneration
 * @param passingOnly only learners who pass; alone, all of these whose certificate is neither granted, being made nor deleted
 * @param learner the one learner of {@code specific_student}: username, e-mail address or learner id
 * @param learners the learners of {@code listed}, each as a username, an e-mail address or a learner id
 * @param learnersCsv the same as text: the first cell of each line
 * @param chunk learners of one transaction
 * @param pauseSeconds pause between chunks
 * @param reason why, for the history
 */
@Schema(description = "Whom a generation run takes on, and how fast")
public record GenerationRunRequest(
        @Schema(enumeration = {"all", "all_allowlisted", "allowlisted_not_generated", "specific_student", "listed"})
        @Nullable String studentSet,

        @Nullable List<String> statuses,
        @Nullable Boolean passingOnly,
        @Nullable String learner,
        @Size(max = 50_000) @Nullable List<String> learners,
        @Nullable String learnersCsv,
        @Min(1) @Max(1_000) @Nullable Integer chunk,
        @Min(0) @Max(3_600) @Nullable Integer pauseSeconds,
        @Size(max = 1_000) @Nullable String reason) {

    /** Everybody without a certificate. */
    static final GenerationRunRequest REGULAR =
            new GenerationRunRequest(null, null, null, null, null, null, null, null, null);
}
