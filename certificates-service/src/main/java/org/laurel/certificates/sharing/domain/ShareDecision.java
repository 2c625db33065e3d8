package org.laurel.certificates.sharing.domain;

import org.jspecify.annotations.Nullable;
import org.laurel.certificates.lookup.domain.ShownCertificate;

/** Whether a certificate can be shared. Only one that the learner has and that others can look at is. */
public sealed interface ShareDecision {

    /** It is shared. */
    record Shared(CertificateShare fact) implements ShareDecision {}

    /** There is no certificate. */
    record None() implements ShareDecision {}

    /** There is one that nobody else could look at. */
    record Refused(String why) implements ShareDecision {}

    /**
     * Decides.
     *
     * @param shown the certificate, null when there is none
     */
    static ShareDecision of(ShareCertificate command, @Nullable ShownCertificate shown) {
        if (shown == null) {
            return new None();
        }
        if (!shown.certificate().earned()) {
            return new Refused("The certificate is not granted.");
        }
        String link = shown.link();
        if (!shown.isVisible(command.at())) {
            return new Refused("The certificate does not show yet.");
        }
        if (!shown.isConfigured() || link == null || link.isEmpty()) {
            return new Refused("The certificate has neither a page nor a file.");
        }
        return new Shared(new CertificateShare(
                command.key(),
                shown.issued().verifyUuid(),
                shown.certificate().mode(),
                command.network(),
                link,
                command.at(),
                command.cause()));
    }
}
