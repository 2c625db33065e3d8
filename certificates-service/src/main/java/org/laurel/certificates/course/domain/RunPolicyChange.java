package org.laurel.certificates.course.domain;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;

/**
 * What somebody changes in a course run's policy. Null leaves a member as it is.
 *
 * @param at since when it holds
 * @param catalogue what is said of the catalogue's facts; null members leave them as they are
 * @param completion what is said of the part that completion plays; null members leave it as it is
 * @param cleared names of members that fall back to what holds without a decision: {@code automatic_generation}, {@code
 *     include_hours_of_effort}, {@code mode}, {@code completion_threshold}, and those of the catalogue, which are not known then
 */
public record RunPolicyChange(
        CourseKey courseKey,
        Instant at,
        @Nullable Boolean automaticGeneration,
        @Nullable Boolean pdfGeneration,
        @Nullable Boolean selfGenerationEnabled,
        @Nullable Boolean languageSpecificTemplatesEnabled,
        @Nullable Boolean includeHoursOfEffort,
        @Nullable IssuingMode mode,
        CatalogueFacts catalogue,
        CompletionRule.Change completion,
        Set<String> cleared,
        Cause cause) {

    /** A change that leaves the catalogue's facts and the part of completion as they are. */
    public RunPolicyChange(
            CourseKey courseKey,
            Instant at,
            @Nullable Boolean automaticGeneration,
            @Nullable Boolean pdfGeneration,
            @Nullable Boolean selfGenerationEnabled,
            @Nullable Boolean languageSpecificTemplatesEnabled,
            @Nullable Boolean includeHoursOfEffort,
            @Nullable IssuingMode mode,
            Set<String> cleared,
            Cause cause) {
        this(
                courseKey,
                at,
                automaticGeneration,
                pdfGeneration,
                selfGenerationEnabled,
                languageSpecificTemplatesEnabled,
                includeHoursOfEffort,
                mode,
                CatalogueFacts.NONE,
                CompletionRule.Change.NONE,
                cleared,
                cause);
    }

    /** A change of whether learners may ask for their certificate themselves. */
    public static RunPolicyChange ofSelfGeneration(CourseKey courseKey, boolean enabled, Instant at, Cause cause) {
        return new RunPolicyChange(courseKey, at, null, null, enabled, null, null, null, Set.of(), cause);
    }

    /** A change of the part that completion plays. */
    public static RunPolicyChange ofCompletion(
            CourseKey courseKey, Instant at, CompletionRule.Change completion, Set<String> cleared, Cause cause) {
        return new RunPolicyChange(
                courseKey, at, null, null, null, null, null, null, CatalogueFacts.NONE, completion, cleared, cause);
    }

    /** The policy after the change, which holds no earlier than what it changes: clocks of replicas and platforms differ. */
    public RunPolicy applyTo(RunPolicy before) {
        return new RunPolicy(
                0,
                at.isBefore(before.occurredAt()) ? before.occurredAt() : at,
                nullable("automatic_generation", automaticGeneration, before.automaticGeneration()),
                pdfGeneration == null ? before.pdfGeneration() : pdfGeneration,
                selfGenerationEnabled == null ? before.selfGenerationEnabled() : selfGenerationEnabled,
                languageSpecificTemplatesEnabled == null
                        ? before.languageSpecificTemplatesEnabled()
                        : languageSpecificTemplatesEnabled,
                nullable("include_hours_of_effort", includeHoursOfEffort, before.includeHoursOfEffort()),
                nullable("mode", mode, before.mode()),
                before.catalogue().with(catalogue, cleared),
                before.completion().with(completion, cleared));
    }

    private <V> @Nullable V nullable(String member, @Nullable V wanted, @Nullable V before) {
        if (cleared.contains(member)) {
            return null;
        }
        return wanted == null ? before : wanted;
    }
}
