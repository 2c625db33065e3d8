package org.laurel.programs.credential.http;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.programs.credential.domain.ProgramCase;
import org.laurel.programs.credential.domain.ProgramExplanation;
import org.laurel.programs.credential.domain.RuleResult;

/**
 * The explanation of a program credential.
 *
 * @param outcome {@code granted}, {@code pending} (earned, and waiting to be made), {@code eligible} (about to be made) or
 *     {@code not_eligible}; with an assumption, what it would be
 * @param credential the credential as it is, null when there is none
 * @param trace what each rule says: staff decision, completion requirement by requirement, switches, configuration
 * @param wouldChange what stands in the way, each with its remedy
 */
@Schema(name = "ProgramEligibilityAnswer")
public record ProgramEligibilityAnswer(
        @Schema(enumeration = {"granted", "pending", "eligible", "not_eligible"})
        String outcome,

        @Nullable CredentialItem credential,
        ProgramFacts facts,
        List<Step> trace,
        List<Remedy> wouldChange) {

    /** A rule's verdict: {@code pass} or {@code fail}. */
    @Schema(name = "ProgramEligibilityStep")
    public record Step(String rule, String verdict, String detail) {

        static Step of(RuleResult result) {
            return new Step(result.rule(), result.verdict().name().toLowerCase(Locale.ROOT), result.detail());
        }
    }

    /** A rule that stands in the way, and what would mend that. */
    @Schema(name = "ProgramEligibilityRemedy")
    public record Remedy(String rule, String change) {}

    static ProgramEligibilityAnswer of(
            ProgramCase facts,
            ProgramExplanation explanation,
            @Nullable CredentialItem credential,
            Set<CourseKey> assumed,
            boolean forStaff,
            Instant now) {
        return new ProgramEligibilityAnswer(
                explanation.outcome().name().toLowerCase(Locale.ROOT),
                credential,
                ProgramFacts.of(facts, explanation, assumed, forStaff, now),
                explanation.trace().stream().map(Step::of).toList(),
                explanation.wouldChange().stream()
                        .map(rule -> new Remedy(rule.rule(), rule.remedy()))
                        .toList());
    }
}
