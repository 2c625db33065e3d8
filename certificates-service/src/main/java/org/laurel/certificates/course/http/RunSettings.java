package org.laurel.certificates.course.http;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.IssuingMode;
import org.laurel.certificates.course.domain.KeptPolicy;
import org.laurel.certificates.course.domain.RunPolicy;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.events.key.CourseKey;

/**
 * What staff have decided about a course run's certificates.
 *
 * @param version its entity tag; 0 until staff decide something
 * @param automaticGeneration whether facts generate certificates; null as in the whole deployment
 * @param pdfGeneration whether certificates are files that a renderer makes
 * @param selfGenerationEnabled whether learners may ask for their certificate themselves
 * @param languageSpecificTemplatesEnabled whether the language of the run takes part in the choice of a template
 * @param includeHoursOfEffort whether certificates tell the hours of effort; null when nobody has said
 * @param mode whether decisions take effect: {@code observe}, {@code live}, or null as in the whole deployment
 * @param language the course run's language as a tag, null when nobody has said
 * @param weeksToComplete how many weeks it takes, null when nobody has said
 * @param maxEffort how many hours a week it takes at most, null when nobody has said
 * @param completionThreshold how much of the course run has to be completed, from above 0 to 1; null when completion plays no part
 * @param completionRequiresPassing whether a passing grade is needed beside the threshold
 * @param since since when the version holds, null for version 0
 * @param effective what comes of it together with the deployment's policy; null in the history
 * @param changedBy who decided it; told in the history only
 * @param reason why, in a person's words; told in the history only
 */
public record RunSettings(
        String courseKey,
        long version,
        @Nullable Boolean automaticGeneration,
        boolean pdfGeneration,
        boolean selfGenerationEnabled,
        boolean languageSpecificTemplatesEnabled,
        @Nullable Boolean includeHoursOfEffort,
        @Nullable String mode,
        @Nullable String language,
        @Nullable Integer weeksToComplete,
        @Nullable Integer maxEffort,
        @Nullable BigDecimal completionThreshold,
        boolean completionRequiresPassing,
        @Nullable Instant since,
        @Nullable Effective effective,
        @Nullable String changedBy,
        @Nullable String reason) {

    /**
     * What holds in the course run.
     *
     * @param automaticGeneration whether facts generate certificates
     * @param selfGeneration whether learners may ask for their certificate themselves
     * @param mode {@code observe} or {@code live}
     */
    public record Effective(boolean automaticGeneration, boolean selfGeneration, String mode) {}

    static RunSettings of(CourseKey key, Terms terms) {
        return of(
                key,
                terms.run(),
                new Effective(
                        terms.automatic(), terms.selfGeneration(), terms.mode().slug()),
                null,
                null);
    }

    static RunSettings of(CourseKey key, KeptPolicy<RunPolicy> kept) {
        return of(key, kept.policy(), null, kept.changedBy(), kept.reason());
    }

    private static RunSettings of(
            CourseKey key,
            RunPolicy policy,
            @Nullable Effective effective,
            @Nullable String changedBy,
            @Nullable String reason) {
        IssuingMode mode = policy.mode();
        return new RunSettings(
                key.value(),
                policy.id(),
                policy.automaticGeneration(),
                policy.pdfGeneration(),
                policy.selfGenerationEnabled(),
                policy.languageSpecificTemplatesEnabled(),
                policy.includeHoursOfEffort(),
                mode == null ? null : mode.slug(),
                policy.catalogue().language(),
                policy.catalogue().weeksToComplete(),
                policy.catalogue().maxEffort(),
                policy.completion().threshold(),
                policy.completion().requiresPassing(),
                policy.id() == 0 ? null : policy.occurredAt(),
                effective,
                changedBy,
                reason);
    }
}
