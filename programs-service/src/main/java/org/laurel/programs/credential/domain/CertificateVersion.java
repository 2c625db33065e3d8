package org.laurel.programs.credential.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One version of a course certificate, as certificates-service told it. Versions are ordered by their number; of two that
 * claim the same number, the later one in this order counts, so that the order of arrival makes no difference.
 *
 * @param status slug of the certificate's status
 * @param mode slug of the mode that it certifies
 * @param availableAt from when the learner may see it, null when that is not known
 * @param dateOverride the date that staff want shown on it, null for its own
 * @param occurredAt business time of the change that led to this version
 */
public record CertificateVersion(
        long version,
        String status,
        String mode,
        @Nullable Instant availableAt,
        @Nullable Instant dateOverride,
        Instant occurredAt)
        implements Comparable<CertificateVersion> {

    private static final String DOWNLOADABLE = "downloadable";

    private static final Comparator<CertificateVersion> ORDER = Comparator.comparingLong(CertificateVersion::version)
            .thenComparing(CertificateVersion::occurredAt)
            .thenComparing(CertificateVersion::status)
            .thenComparing(CertificateVersion::mode)
            .thenComparing(CertificateVersion::availableAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .thenComparing(CertificateVersion::dateOverride, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));

    public CertificateVersion {
        availableAt = availableAt == null ? null : availableAt.truncatedTo(ChronoUnit.MICROS);
        dateOverride = dateOverride == null ? null : dateOverride.truncatedTo(ChronoUnit.MICROS);
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** A version without a date of its own to show. */
    public CertificateVersion(
            long version, String status, String mode, @Nullable Instant availableAt, Instant occurredAt) {
        this(version, status, mode, availableAt, null, occurredAt);
    }

    /** Whether the certificate is granted and ready; other passing statuses are not. */
    public boolean isDownloadable() {
        return status.equals(DOWNLOADABLE);
    }

    @Override
    public int compareTo(CertificateVersion other) {
        return ORDER.compare(this, other);
    }
}
