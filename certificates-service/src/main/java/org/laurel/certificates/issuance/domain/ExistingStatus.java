package org.laurel.certificates.issuance.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.domain.RuleResult.Verdict;

/**
 * What becomes of a certificate that cannot be granted. One that the learner has stands, also while its file is made anew, unless
 * it is invalidated. Otherwise there is no order among the statuses: the last event wins. Source: certificates, eligibility, second
 * table; decision 2; additions, PDF states and passing.
 */
enum ExistingStatus {
    /** Barring a learner beats everything: what counts as passed and what would be granted is withheld. */
    BARRED(CertificateStatus.RESTRICTED, "What is or would be granted to a learner who may not have it is withheld."),
    NOTHING_TO_WITHHOLD(null, "The learner may not have certificates, and there is none to withhold."),
    STANDS(null, "A certificate that the learner has stands."),
    CLOSED(null, "Certificates are not granted to such a learner here, so the status is left alone."),
    INVALIDATED(CertificateStatus.UNAVAILABLE, "The certificate is invalidated, so it is unavailable."),
    UNIDENTIFIED(CertificateStatus.UNVERIFIED, "The certificate is deserved and waits for an identity verification."),
    FAILING(CertificateStatus.NOTPASSING, "The learner does not pass."),
    INCOMPLETE(CertificateStatus.NOTPASSING, "The learner has not completed enough of the course run."),
    NONE(null, "No other status follows.");

    /** The name in traces. */
    private static final String RULE = "status_without_grant";

    private final @Nullable CertificateStatus status;
    private final String detail;

    ExistingStatus(@Nullable CertificateStatus status, String detail) {
        this.status = status;
        this.detail = detail;
    }

    /** Decides, for the reasons why it cannot be granted. */
    static Decision of(Situation situation, Reasoning refused) {
        ExistingStatus row = row(situation);
        Reasoning reasoning = () -> row.after(refused.trace());
        CertificateStatus status = row.status;
        if (status == null) {
            return new Decision.Unchanged(row.detail, reasoning);
        }
        Certificate certificate = situation.certificate();
        if (certificate != null && certificate.status() == status) {
            return new Decision.Unchanged("The certificate is " + status.slug() + " already.", reasoning);
        }
        Reason reason = row == BARRED ? Reason.CERTIFICATES_NOT_ALLOWED : Reason.CERTIFICATE_GENERATION;
        return new Decision.Changed(Revocation.to(situation, certificate, status, reason), reasoning);
    }

    /** What the rules said, and what follows for the status of a certificate that they do not grant. */
    static List<RuleResult> after(List<RuleResult> refused, Situation situation) {
        return row(situation).after(refused);
    }

    private List<RuleResult> after(List<RuleResult> refused) {
        List<RuleResult> trace = new ArrayList<>(refused);
        trace.add(new RuleResult(RULE, status == null ? Verdict.NOT_REACHED : Verdict.PASS, detail, ""));
        return List.copyOf(trace);
    }

    private static ExistingStatus row(Situation situation) {
        Standing standing = situation.standing();
        Certificate certificate = situation.certificate();
        boolean deserved = standing.allowlisted() || standing.meets(situation.terms());
        if (!situation.learner().allowed()) {
            return situation.isPassed() || (deserved && isOpen(situation)) ? BARRED : NOTHING_TO_WITHHOLD;
        }
        if (certificate != null && certificate.earned() && !standing.invalidated()) {
            return STANDS;
        }
        if (!isOpen(situation)) {
            return CLOSED;
        }
        if (standing.invalidated() && certificate != null) {
            return INVALIDATED;
        }
        if (situation.identityMissing() && deserved) {
            return UNIDENTIFIED;
        }
        if (situation.identityMissing() || deserved || certificate == null) {
            return NONE;
        }
        return Rule.PASSING_GRADE.holds(situation) ? INCOMPLETE : FAILING;
    }

    /** The gate: whether certificates are granted to such a learner here at all. */
    private static boolean isOpen(Situation situation) {
        Standing standing = situation.standing();
        boolean regular = !standing.allowlisted();
        String mode = standing.mode();
        return !(regular && situation.terms().ccx())
                && !(regular && standing.betaTester())
                && mode != null
                && situation.terms().isEligible(mode)
                && situation.terms().courseKnown()
                && situation.terms().certificatesEnabled();
    }
}
