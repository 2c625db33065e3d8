package org.laurel.certificates.issued.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;
import org.laurel.certificates.mode.domain.ModeLists;
import org.laurel.events.key.LearnerId;

/**
 * A line of a course run's list of certificates. Source: certificates, instructor v2, issued.
 *
 * @param username empty when nobody told us of the learner
 * @param email the same
 * @param track the enrollment mode, the certified one without enrollment, empty when neither is known
 * @param issued the certificate, null for a learner on the allowlist who has none
 * @param exemption the entry on the allowlist, null without one that is enabled
 * @param invalidation the invalidation in force, null without one
 */
public record IssuedEntry(
        LearnerId learnerId,
        String username,
        String email,
        String track,
        @Nullable Issued issued,
        @Nullable Exemption exemption,
        @Nullable Invalidation invalidation) {

    /** An entry on the allowlist: since when, and why. */
    public record Exemption(Instant granted, String notes) {}

    /**
     * An invalidation in force.
     *
     * @param by the e-mail address of who made it, the username when there is no address
     */
    public record Invalidation(String by, Instant at, String notes) {}

    /** What an exception is called. */
    public static final String EXCEPTION = "Exception";

    /** What an invalidation is called. */
    public static final String INVALIDATION = "Invalidation";

    /** {@value #EXCEPTION}, which wins, or {@value #INVALIDATION}; null for an ordinary line. */
    public @Nullable String specialCase() {
        if (exemption != null) {
            return EXCEPTION;
        }
        return invalidation == null ? null : INVALIDATION;
    }

    /** The certificate's status; without certificate the one that the list makes up from the enrollment mode. */
    public CertificateStatus status() {
        if (issued != null) {
            return issued.certificate().status();
        }
        return switch (track) {
            case ModeLists.AUDIT -> CertificateStatus.AUDIT_NOTPASSING;
            case ModeLists.VERIFIED -> CertificateStatus.DOWNLOADABLE;
            default -> CertificateStatus.NOTPASSING;
        };
    }
}
