package org.laurel.certificates.issuance.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;

/**
 * What has to be written so that the stored certificate becomes the folded one. The public id and the time of creation stay as
 * they were, whatever a late fact changes.
 *
 * @param next the row to write
 * @param previousStatus the status that readers saw before, null when they saw none
 * @param occurredAt business time of the change
 */
public record Difference(Issued next, @Nullable CertificateStatus previousStatus, Instant occurredAt) {

    /**
     * Compares.
     *
     * @param newVerifyUuid the public id for a certificate that has none yet
     * @param settings the course run's newest settings, null when it is unknown
     * @return empty when a reader could not see any change
     */
    public static Optional<Difference> between(
            @Nullable Issued stored, CourseRecord folded, String newVerifyUuid, @Nullable CourseSettings settings) {
        Certificate result = folded.certificate();
        if (stored == null) {
            return result == null ? Optional.empty() : Optional.of(first(result, newVerifyUuid, settings));
        }
        Certificate before = stored.certificate();
        Certificate after = result == null ? withdrawn(before, folded.at()) : withCreation(result, before.createdAt());
        Instant availableAt = Visibility.availableAt(settings, after);
        if (after.equals(before) && availableAt.equals(stored.availableAt())) {
            return Optional.empty();
        }
        return Optional.of(new Difference(
                new Issued(after, availableAt, stored.verifyUuid(), stored.version() + 1),
                before.status(),
                after.equals(before) ? folded.at() : after.modifiedAt()));
    }

    private static Difference first(Certificate result, String verifyUuid, @Nullable CourseSettings settings) {
        Issued issued = new Issued(result, Visibility.availableAt(settings, result), verifyUuid, 1);
        return new Difference(issued, null, result.modifiedAt());
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
        return previousStatus != null && previousStatus.isPassing();
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
