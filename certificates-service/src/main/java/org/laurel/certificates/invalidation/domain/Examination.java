package org.laurel.certificates.invalidation.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.domain.CertificateStatus;

/**
 * What decides whether a certificate can be invalidated.
 *
 * @param status the certificate's status, null when there is none
 * @param allowlisted whether the learner's entry on the allowlist is enabled
 * @param invalidated whether an invalidation is active
 */
public record Examination(@Nullable CertificateStatus status, boolean allowlisted, boolean invalidated) {

    /** Nothing is known of the learner in the course run. */
    public static final Examination UNKNOWN = new Examination(null, false, false);

    /** The first of these obstacles that is in the way; empty when the certificate can be invalidated. */
    public Optional<Obstacle> first(List<Obstacle> order) {
        return order.stream().filter(this::isInTheWay).findFirst();
    }

    /** Whether there is a certificate, of the audit track aside. */
    public boolean hasCertificate() {
        return !isInTheWay(Obstacle.NO_CERTIFICATE);
    }

    /** The same once the certificate is invalidated. */
    public Examination afterwards() {
        return new Examination(CertificateStatus.UNAVAILABLE, allowlisted, true);
    }

    private boolean isInTheWay(Obstacle obstacle) {
        return switch (obstacle) {
            case NO_CERTIFICATE ->
                status == null
                        || status == CertificateStatus.AUDIT_PASSING
                        || status == CertificateStatus.AUDIT_NOTPASSING;
            case DELETED -> status == CertificateStatus.DELETED || status == CertificateStatus.DELETING;
            case ON_ALLOWLIST -> allowlisted;
            case ALREADY_INVALIDATED -> invalidated;
            case NOT_DOWNLOADABLE -> status != CertificateStatus.DOWNLOADABLE;
            case NOTES_TOO_LONG -> false;
            case FAILED -> false;
        };
    }
}
