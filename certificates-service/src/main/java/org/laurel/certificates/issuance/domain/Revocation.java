package org.laurel.certificates.issuance.domain;

import org.jspecify.annotations.Nullable;

/**
 * Takes a certificate back, or sets one that was never granted to a status that is none. The mode becomes the current one, the
 * name the current one, the file is let go; the public id stays. Source: certificates, revocation primitive.
 */
final class Revocation {

    private Revocation() {}

    static Certificate to(Situation situation, @Nullable Certificate before, CertificateStatus status, Reason reason) {
        Standing standing = situation.standing();
        String mode = standing.mode() == null ? before == null ? "" : before.mode() : standing.mode();
        String grade =
                status == CertificateStatus.NOTPASSING ? Certificate.gradeTextAfterRevocation(standing.grade()) : "";
        return new Certificate(
                status,
                mode,
                grade,
                situation.learner().name(),
                reason,
                before == null ? GenerationMode.BATCH : before.generationMode(),
                false,
                CertificateFile.NONE,
                before == null ? situation.time() : before.createdAt(),
                situation.time());
    }
}
