package org.laurel.certificates.issuance.domain;

/** Takes over a certificate as another system states it. Source: certificates, legacy import. */
final class Statements {

    private Statements() {}

    /** The stated certificate replaces the one that is there; members that it leaves out stay. */
    static Decision apply(Situation situation, StatedCertificate stated) {
        Certificate before = situation.certificate();
        var created = stated.createdAt() != null
                ? stated.createdAt()
                : before == null ? situation.time() : before.createdAt();
        var modified = stated.modifiedAt() == null ? situation.time() : stated.modifiedAt();
        Certificate after = new Certificate(
                stated.status(),
                stated.mode(),
                stated.grade(),
                stated.name() == null ? situation.learner().name() : stated.name(),
                Reason.STATED,
                GenerationMode.BATCH,
                stated.status() == CertificateStatus.DOWNLOADABLE || stated.status() == CertificateStatus.REGENERATING,
                new CertificateFile(stated.downloadUuid(), stated.downloadUrl(), stated.errorReason(), ""),
                created,
                modified);
        boolean sameTimes = before != null
                && before.createdAt().equals(created)
                && (stated.modifiedAt() == null || before.modifiedAt().equals(modified));
        return before != null && before.readsLike(after) && sameTimes
                ? Decision.Unchanged.because("The certificate is as stated already.")
                : new Decision.Changed(after, Reasoning.NONE);
    }
}
