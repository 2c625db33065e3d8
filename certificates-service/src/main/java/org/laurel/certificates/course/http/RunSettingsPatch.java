package org.laurel.certificates.course.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.CatalogueFacts;
import org.laurel.certificates.course.domain.CompletionRule;
import org.laurel.certificates.course.domain.IssuingMode;
import org.laurel.certificates.course.domain.RunPolicyChange;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;

/**
 * The members of a course run's settings that a merge patch may hold. An absent one stays as it is; null clears one that may be
 * without a value.
 */
@Schema(description = "Absent members stay as they are; null clears a nullable one")
public record RunSettingsPatch(
        @Schema(nullable = true) @Nullable Boolean automaticGeneration,
        @Nullable Boolean pdfGeneration,
        @Nullable Boolean selfGenerationEnabled,
        @Nullable Boolean languageSpecificTemplatesEnabled,
        @Schema(nullable = true) @Nullable Boolean includeHoursOfEffort,

        @Schema(
                nullable = true,
                enumeration = {"observe", "live"})
        @Nullable String mode,

        @Schema(nullable = true, description = "A language tag, such as fr or es-419") @Nullable String language,

        @Schema(nullable = true, minimum = "1", maximum = "520") @Nullable Integer weeksToComplete,

        @Schema(nullable = true, minimum = "1", maximum = "168", description = "Hours a week") @Nullable Integer maxEffort,

        @Schema(
                nullable = true,
                minimum = "0.0001",
                maximum = "1",
                description = "How much of the course run has to be completed, with at most four decimals; null when "
                        + "completion plays no part")
        @Nullable BigDecimal completionThreshold,

        @Schema(description = "Whether a passing grade is needed beside the threshold") @Nullable Boolean completionRequiresPassing) {

    private static final String AUTOMATIC = "automatic_generation";
    private static final String PDF = "pdf_generation";
    private static final String SELF = "self_generation_enabled";
    private static final String LANGUAGE_SPECIFIC = "language_specific_templates_enabled";
    private static final String EFFORT = "include_hours_of_effort";
    private static final String MODE = "mode";
    private static final String LANGUAGE = "language";
    private static final String WEEKS = "weeks_to_complete";
    private static final String HOURS = "max_effort";
    private static final String THRESHOLD = "completion_threshold";
    private static final String REQUIRES_PASSING = "completion_requires_passing";
    private static final int MOST_WEEKS = 520;
    private static final int MOST_HOURS = 168;

    /**
     * Whether a body asks for another mode than the run's own. Whether decisions take effect is for those who run the deployment
     * to say, not for a course run's instructors: a run goes before the deployment.
     *
     * @param own the run's own mode, null when it follows the deployment
     */
    static boolean asksForAnotherMode(@Nullable JsonNode body, @Nullable IssuingMode own) {
        return body != null && body.has(MODE) && !body.get(MODE).asText().equals(own == null ? "null" : own.slug());
    }

    /** The change that a body asks for; a 400 names what is wrong. */
    static RunPolicyChange change(CourseKey key, @Nullable JsonNode body, Instant at, Cause cause) {
        MergePatch patch = new MergePatch(
                body,
                Set.of(
                        AUTOMATIC,
                        PDF,
                        SELF,
                        LANGUAGE_SPECIFIC,
                        EFFORT,
                        MODE,
                        LANGUAGE,
                        WEEKS,
                        HOURS,
                        THRESHOLD,
                        REQUIRES_PASSING));
        RunPolicyChange change = new RunPolicyChange(
                key,
                at,
                patch.flagOrCleared(AUTOMATIC),
                patch.flag(PDF),
                patch.flag(SELF),
                patch.flag(LANGUAGE_SPECIFIC),
                patch.flagOrCleared(EFFORT),
                patch.modeOrCleared(MODE),
                new CatalogueFacts(
                        patch.languageOrCleared(LANGUAGE),
                        patch.numberOrCleared(WEEKS, MOST_WEEKS),
                        patch.numberOrCleared(HOURS, MOST_HOURS)),
                new CompletionRule.Change(patch.fractionOrCleared(THRESHOLD), patch.flag(REQUIRES_PASSING)),
                patch.cleared(Set.of(AUTOMATIC, EFFORT, MODE, LANGUAGE, WEEKS, HOURS, THRESHOLD)),
                cause);
        patch.check();
        return change;
    }
}
