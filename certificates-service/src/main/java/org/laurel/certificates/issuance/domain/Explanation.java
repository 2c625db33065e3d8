package org.laurel.certificates.issuance.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.CourseSettings;

/**
 * Why a learner has a certificate, or has none: the same fold that made it, with its reasons.
 *
 * @param steps every known fact in business-time order, and what was decided
 * @param trace of an earned certificate, what each rule said when it was granted; otherwise what each rule says of today's facts
 * @param wouldChange the rules that stand in the way of a grant today, each with its remedy; empty for an earned certificate
 */
public record Explanation(
        Outcome outcome, List<Fold.Step> steps, List<RuleResult> trace, List<RuleResult> wouldChange) {

    /** Where the learner stands. */
    public enum Outcome {
        /** The certificate is earned. */
        GRANTED,
        /** All rules hold; the next fact about the learner grants the certificate. */
        ELIGIBLE,
        /** A rule stands in the way. */
        NOT_ELIGIBLE
    }

    /**
     * Explains.
     *
     * @param steps all steps of the fold
     * @param settings the course run's newest settings, null when it is unknown
     */
    public static Explanation of(List<Fold.Step> steps, @Nullable CourseSettings settings) {
        CourseRecord result =
                steps.isEmpty() ? CourseRecord.EMPTY : steps.getLast().after();
        Certificate certificate = result.certificate();
        if (certificate != null && certificate.status().isPassing()) {
            return new Explanation(Outcome.GRANTED, steps, traceOfGrant(steps), List.of());
        }
        Eligibility eligibility = Eligibility.check(result.standing(), settings, certificate);
        Outcome outcome = eligibility.granted() ? Outcome.ELIGIBLE : Outcome.NOT_ELIGIBLE;
        return new Explanation(outcome, steps, eligibility.trace(), Eligibility.obstacles(result.standing(), settings));
    }

    private static List<RuleResult> traceOfGrant(List<Fold.Step> steps) {
        return steps.reversed().stream()
                .map(Fold.Step::decision)
                .filter(Decision.Changed.class::isInstance)
                .findFirst()
                .map(Decision::trace)
                .orElse(List.of());
    }
}
