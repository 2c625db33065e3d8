package org.laurel.certificates.issuance.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.CourseSettings;

/**
 * Why a learner has a certificate, or has none, by what is known now.
 *
 * @param trace what each rule says of today's facts; a granted certificate is judged as if it had to be granted today
 * @param wouldChange the rules that stand in the way, each with its remedy; empty when nothing does
 */
public record Explanation(Outcome outcome, List<RuleResult> trace, List<RuleResult> wouldChange) {

    /** Where the learner stands. */
    public enum Outcome {
        /** The certificate is earned. */
        GRANTED,
        /** All rules hold; the next fact about the learner grants the certificate. */
        ELIGIBLE,
        /** A rule stands in the way. */
        NOT_ELIGIBLE
    }

    /** Explains. */
    public static Explanation of(
            Standing standing, @Nullable Certificate certificate, @Nullable CourseSettings settings) {
        boolean granted = certificate != null && certificate.status().isPassing();
        Eligibility eligibility = Eligibility.check(standing, settings, granted ? null : certificate);
        Outcome outcome = granted ? Outcome.GRANTED : eligibility.granted() ? Outcome.ELIGIBLE : Outcome.NOT_ELIGIBLE;
        return new Explanation(outcome, eligibility.trace(), Eligibility.obstacles(standing, settings));
    }
}
