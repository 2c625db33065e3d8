package org.laurel.certificates.issuance.domain;

import org.jspecify.annotations.Nullable;

/** Evaluates a learner's certificate: grants it, or sets the status of the one that is there. Source: certificates, eligibility. */
final class Generation {

    private Generation() {}

    /** Evaluates. */
    static Decision of(Situation situation) {
        Eligibility eligibility = new Eligibility(situation);
        if (eligibility.granted()) {
            return grant(situation, eligibility);
        }
        if (!situation.policies().isEmpty() && eligibility.vetoed()) {
            return new Decision.Vetoed(situation.refusal().orElseThrow(), eligibility);
        }
        return ExistingStatus.of(situation, eligibility);
    }

    private static Decision grant(Situation situation, Eligibility eligibility) {
        Certificate before = situation.certificate();
        if (!situation.terms().run().pdfGeneration()) {
            // a file of earlier days would show what the certificate said then
            return changed(
                    before,
                    certificate(situation, CertificateStatus.DOWNLOADABLE, true, CertificateFile.NONE),
                    eligibility);
        }
        if (isInTheMaking(before)) {
            return new Decision.Unchanged("The file is being made.", eligibility);
        }
        boolean earned = before != null && before.earned();
        CertificateFile file = fileKept(before).requested(FileRules.requestId(situation));
        CertificateStatus status =
                earned || isRemake(situation) ? CertificateStatus.REGENERATING : CertificateStatus.GENERATING;
        return new Decision.Changed(certificate(situation, status, earned, file), eligibility);
    }

    /** A certificate that reads the same keeps its dates, and nobody is told. */
    private static Decision changed(@Nullable Certificate before, Certificate after, Eligibility eligibility) {
        return before != null && before.earned() && before.readsLike(after)
                ? Decision.Unchanged.upToDate(eligibility)
                : new Decision.Changed(after, eligibility);
    }

    private static Certificate certificate(
            Situation situation, CertificateStatus status, boolean earned, CertificateFile file) {
        Certificate before = situation.certificate();
        Standing standing = situation.standing();
        return new Certificate(
                status,
                standing.mode() == null ? "" : standing.mode(),
                Certificate.gradeText(standing.grade()),
                situation.learner().name(),
                standing.allowlisted() && !standing.meets(situation.terms()) ? Reason.ALLOWLISTED : Reason.PASSED,
                situation.by(),
                earned,
                file,
                before == null ? situation.time() : before.createdAt(),
                situation.time());
    }

    private static boolean isInTheMaking(@Nullable Certificate before) {
        return before != null
                && FileRules.isInTheMaking(before)
                && !before.file().requestId().isEmpty();
    }

    private static boolean isRemake(Situation situation) {
        return situation.again()
                && situation.certificate() != null
                && situation.certificate().status() == CertificateStatus.ERROR;
    }

    private static CertificateFile fileKept(@Nullable Certificate before) {
        return before != null && before.earned() ? before.file() : CertificateFile.NONE;
    }
}
