package org.laurel.completion.verification.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whose stored sums to compare with walks over the whole course.
 *
 * @param courseKey only in this course run; in all when absent
 * @param learners usernames; of everybody when absent
 * @param sample how many learners in course runs to draw by chance; all when absent
 * @param numbers which numbers of the course runs to count again from the rows. When absent all of everybody's, and those of
 *     learners for named and drawn ones
 * @param repair whether to count again what differs; false when absent
 */
@Schema(description = "Whose stored sums to compare with walks over the whole course")
public record VerificationRequest(
        @Nullable String courseKey,
        @Size(min = 1, max = 1_000) @Nullable List<@Nullable String> learners,
        @Min(1) @Max(1_000_000) @Nullable Integer sample,

        @Schema(enumeration = {"none", "learners", "all"}) @Nullable String numbers,

        @Schema(defaultValue = "false") @Nullable Boolean repair) {}
