package org.laurel.certificates.issuance.domain;

import org.laurel.certificates.issuance.domain.RuleResult.Verdict;

/**
 * Why a learner for whom all rules hold has no certificate: nothing has evaluated it since, or nothing does by itself. Source:
 * certificates, signals listened to; decisions 10 and 11.
 */
final class Occasion {

    private static final String ASK =
            "A generation run, the command certificate:add, or the learner's own request where it is switched on";

    private Occasion() {}

    /** What is missing. */
    static RuleResult missing(Situation situation) {
        Certificate certificate = situation.certificate();
        boolean taken = certificate != null && CertificateRules.isTaken(certificate);
        if (!situation.terms().automatic() && !taken) {
            return new RuleResult(
                    "automatic_generation",
                    Verdict.FAIL,
                    "Automatic generation is switched off for the course run or the deployment.",
                    ASK + "; switching automatic generation on.");
        }
        if (certificate != null) {
            return new RuleResult(
                    "evaluated_since",
                    Verdict.FAIL,
                    "The certificate is " + certificate.status().slug() + " ("
                            + certificate.reason().slug() + "), and nothing has evaluated it since.",
                    ASK + ".");
        }
        return new RuleResult(
                "evaluated_since", Verdict.FAIL, "All rules hold, and nothing has evaluated them since.", ASK + ".");
    }
}
