package org.laurel.certificates.issuance.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;

/**
 * What has to be written so that the stored certificate becomes the folded one. The public id and the time of creation stay as
 * they were, whatever a late fact changes.
 *
 * @param next the row to write
 * @param previousStatus the status that readers saw before, null when they saw none
 */
public record Difference(Issued next, @Nullable CertificateStatus previousStatus) {

    /**
     * Compares.
     *
     * @param newVerifyUuid the public id for a certificate that has none yet
     * @param at business time of what led to the comparison, for a certificate that turns out never to have been granted
     * @return empty when a reader could not see any change
     */
    public static Optional<Difference> between(
            @Nullable Issued stored, @Nullable Certificate folded, String newVerifyUuid, Instant at) {
        if (stored == null) {
            return folded == null
                    ? Optional.empty()
                    : Optional.of(new Difference(new Issued(folded, newVerifyUuid, 1), null));
        }
        Certificate before = stored.certificate();
        Certificate after = folded == null ? withdrawn(before, at) : withCreation(folded, before.createdAt());
        if (after.equals(before)) {
            return Optional.empty();
        }
        Issued next = new Issued(after, stored.verifyUuid(), stored.version() + 1);
        return Optional.of(new Difference(next, before.status()));
    }

    /** Whether the certificate enters a passing status. */
    public boolean awards() {
        return next.certificate().status().isPassing() && !wasPassing();
    }

    /** Whether the certificate leaves a passing status. */
    public boolean revokes() {
        return !next.certificate().status().isPassing() && wasPassing();
    }

    private boolean wasPassing() {
        return previousStatus != null && Objects.requireNonNull(previousStatus).isPassing();
    }

    private static Certificate withCreation(Certificate certificate, Instant createdAt) {
        return new Certificate(
                certificate.status(),
                certificate.mode(),
                certificate.grade(),
                certificate.name(),
                certificate.reason(),
                createdAt,
                certificate.modifiedAt());
    }

    private static Certificate withdrawn(Certificate before, Instant at) {
        if (before.reason() == Reason.NEVER_GRANTED) {
            return before;
        }
        return new Certificate(
                CertificateStatus.UNAVAILABLE,
                before.mode(),
                "",
                before.name(),
                Reason.NEVER_GRANTED,
                before.createdAt(),
                at);
    }
}
