package org.laurel.certificates.issuance.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.issuance.domain.Explanation;
import org.laurel.certificates.issuance.domain.Fold;
import org.laurel.certificates.issuance.domain.RuleResult;
import org.laurel.certificates.issuance.domain.Situation;
import org.laurel.certificates.issuance.domain.Standing;

/**
 * The explanation of a certificate.
 *
 * @param outcome {@code granted}, {@code eligible} or {@code not_eligible}
 * @param certificate the certificate, null when there is none
 * @param trace what every rule said when the certificate was granted, or says today
 * @param wouldChange what stands in the way of a grant, each with its remedy
 * @param history every known fact in business-time order, and what it led to
 */
public record EligibilityAnswer(
        String outcome,
        @Nullable CertificateState certificate,
        Facts facts,
        List<Step> trace,
        List<Remedy> wouldChange,
        List<FactMoment> history) {

    /**
     * What is known.
     *
     * @param identityVerified whether an identity verification is current
     * @param issuingMode {@code live}, or {@code observe} when decisions take no effect in this course run
     * @param completion how much of the course run the learner has completed, from 0 to 1; null when nothing is known
     * @param completionThreshold how much is needed; null when completion plays no part
     * @param completionRequiresPassing whether a passing grade is needed beside the threshold
     * @param knownUpTo business time of the newest fact
     */
    public record Facts(
            String learnerId,
            String courseKey,
            @Nullable String mode,
            boolean isActive,
            boolean passing,
            @Nullable BigDecimal grade,
            boolean betaTester,
            boolean allowlisted,
            boolean invalidated,
            @Nullable Instant dateOverride,
            boolean allowCertificate,
            boolean identityVerified,
            boolean courseRunKnown,
            boolean htmlCertificatesEnabled,
            boolean pdfGeneration,
            boolean automaticGeneration,
            boolean identityVerificationRequired,
            boolean isCcx,
            String issuingMode,
            @Nullable BigDecimal completion,
            @Nullable BigDecimal completionThreshold,
            boolean completionRequiresPassing,
            @Nullable Instant knownUpTo) {

        static Facts of(Explanation explanation) {
            Situation now = explanation.now();
            Standing standing = now.standing();
            Terms terms = now.terms();
            var foldedTo = explanation.record().foldedTo();
            return new Facts(
                    now.key().learnerId().value(),
                    now.key().courseKey().value(),
                    standing.mode(),
                    standing.active(),
                    standing.passing(),
                    standing.grade(),
                    standing.betaTester(),
                    standing.allowlisted(),
                    standing.invalidated(),
                    standing.dateOverride(),
                    now.learner().allowed(),
                    now.learner().verified(),
                    terms.courseKnown(),
                    terms.webCertificates(),
                    terms.run().pdfGeneration(),
                    terms.automatic(),
                    terms.site().identityVerificationRequired(),
                    terms.ccx(),
                    terms.mode().slug(),
                    standing.completion() == null ? null : standing.completion().percent(),
                    terms.run().completion().threshold(),
                    terms.run().completion().requiresPassing(),
                    foldedTo == null ? null : foldedTo.occurredAt());
        }
    }

    /** A rule's verdict: {@code pass}, {@code fail} or {@code not_reached}. */
    public record Step(String rule, String verdict, String detail) {

        /** What a rule said. */
        public static Step of(RuleResult result) {
            return new Step(result.rule(), result.verdict().name().toLowerCase(Locale.ROOT), result.detail());
        }
    }

    /** A rule that stands in the way, and what would mend that. */
    public record Remedy(String rule, String change) {}

    static EligibilityAnswer of(Explanation explanation, @Nullable CertificateState certificate) {
        return new EligibilityAnswer(
                explanation.outcome().name().toLowerCase(Locale.ROOT),
                certificate,
                Facts.of(explanation),
                explanation.trace().stream().map(Step::of).toList(),
                explanation.wouldChange().stream()
                        .map(rule -> new Remedy(rule.rule(), rule.remedy()))
                        .toList(),
                history(explanation.steps()));
    }

    private static List<FactMoment> history(List<Fold.Step> steps) {
        return steps.stream().map(FactMoment::of).toList();
    }
}
