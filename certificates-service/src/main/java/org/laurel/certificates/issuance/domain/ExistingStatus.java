package org.laurel.certificates.issuance.domain;

/**
 * What becomes of a certificate that cannot be granted. One that the learner has stands, also while its file is made anew, unless
 * it is invalidated. Otherwise there is no order among the statuses: the last event wins. Source: certificates, eligibility, second
 * table; decision 2; additions, PDF states and passing.
 */
final class ExistingStatus {

    private ExistingStatus() {}

    static Decision of(Situation situation, Reasoning reasoning) {
        if (!situation.learner().allowed()) {
            return restrict(situation, reasoning);
        }
        Certificate certificate = situation.certificate();
        boolean stands = certificate != null
                && certificate.earned()
                && !situation.standing().invalidated();
        if (stands || !isOpen(situation)) {
            return new Decision.Unchanged("The certificate cannot be granted.", reasoning);
        }
        Standing standing = situation.standing();
        boolean deserved = standing.allowlisted() || standing.passing();
        if (standing.invalidated() && certificate != null) {
            return to(situation, CertificateStatus.UNAVAILABLE, reasoning);
        }
        if (situation.identityMissing() && deserved) {
            return to(situation, CertificateStatus.UNVERIFIED, reasoning);
        }
        if (!situation.identityMissing() && !deserved && certificate != null) {
            return to(situation, CertificateStatus.NOTPASSING, reasoning);
        }
        return new Decision.Unchanged("The certificate cannot be granted.", reasoning);
    }

    /** Barring a learner beats everything: what counts as passed and what would be granted is withheld. */
    private static Decision restrict(Situation situation, Reasoning reasoning) {
        Standing standing = situation.standing();
        boolean deserved = (standing.allowlisted() || standing.passing()) && isOpen(situation);
        if (situation.isPassed() || deserved) {
            return to(situation, CertificateStatus.RESTRICTED, reasoning);
        }
        return new Decision.Unchanged("The learner may not have certificates.", reasoning);
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

    private static Decision to(Situation situation, CertificateStatus status, Reasoning reasoning) {
        Certificate certificate = situation.certificate();
        if (certificate != null && certificate.status() == status) {
            return new Decision.Unchanged("The certificate is " + status.slug() + " already.", reasoning);
        }
        Reason reason = status == CertificateStatus.RESTRICTED
                ? Reason.CERTIFICATES_NOT_ALLOWED
                : Reason.CERTIFICATE_GENERATION;
        return new Decision.Changed(Revocation.to(situation, certificate, status, reason), reasoning);
    }
}
