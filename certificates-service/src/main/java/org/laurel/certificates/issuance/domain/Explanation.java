package org.laurel.certificates.issuance.domain;

import java.util.List;
import org.laurel.kit.domain.FactOrder;

/**
 * Why a learner has a certificate, or has none: the same fold that made it, with its reasons.
 *
 * @param steps every known fact in business-time order, and what was decided
 * @param record what the facts amount to
 * @param now what the rules look at when they are asked
 * @param trace of an earned certificate, what each rule said when it was granted; otherwise what each rule says of today's
 *     facts, and what follows for the status of a certificate that they do not grant
 * @param wouldChange the rules that stand in the way of a grant today, each with its remedy, or what is missing although all
 *     rules hold; empty for an earned certificate
 */
public record Explanation(
        Outcome outcome,
        List<Fold.Step> steps,
        CourseRecord record,
        Situation now,
        List<RuleResult> trace,
        List<RuleResult> wouldChange) {

    /** Where the learner stands. */
    public enum Outcome {
        /** The certificate is earned. */
        GRANTED,
        /** All rules hold; the next fact that evaluates the certificate grants it. */
        ELIGIBLE,
        /** A rule stands in the way. */
        NOT_ELIGIBLE
    }

    /**
     * Explains.
     *
     * @param facts all facts about the learner in the course run that count
     * @param at the place in business time at which the rules are asked
     */
    public static Explanation of(Fold fold, List<? extends Fact> facts, FactOrder at) {
        List<Fold.Step> steps = fold.steps(facts);
        CourseRecord record =
                steps.isEmpty() ? CourseRecord.EMPTY : steps.getLast().after();
        Situation now = fold.now(steps, at);
        Certificate certificate = record.certificate();
        if (certificate != null && certificate.earned()) {
            return new Explanation(Outcome.GRANTED, steps, record, now, traceOfGrant(steps), List.of());
        }
        Eligibility eligibility = new Eligibility(now);
        return eligibility.granted()
                ? new Explanation(
                        Outcome.ELIGIBLE, steps, record, now, eligibility.trace(), List.of(Occasion.missing(now)))
                : new Explanation(
                        Outcome.NOT_ELIGIBLE,
                        steps,
                        record,
                        now,
                        ExistingStatus.after(eligibility.trace(), now),
                        eligibility.obstacles());
    }

    private static List<RuleResult> traceOfGrant(List<Fold.Step> steps) {
        return steps.reversed().stream()
                .map(Fold.Step::decision)
                .filter(Decision.Changed.class::isInstance)
                .map(Decision::trace)
                .filter(trace -> !trace.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
