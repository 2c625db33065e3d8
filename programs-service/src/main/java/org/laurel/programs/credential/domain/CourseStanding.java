package org.laurel.programs.credential.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the versions of a certificate amount to: a fold in version order. Source: programs, decision 3.
 *
 * @param mode the mode that was certified last
 * @param availableAt from when the learner may see the credential, null when it shows at once
 * @param firstAwardedAt when it was first awarded, by the business time of that version
 * @param awardedAt since when it holds, or when it was last awarded if it does not
 * @param modifiedAt when status, mode or availability last changed
 * @param basis what the status rests on
 */
public record CourseStanding(
        CredentialStatus status,
        String mode,
        @Nullable Instant availableAt,
        Instant firstAwardedAt,
        Instant awardedAt,
        Instant modifiedAt,
        Basis basis) {

    /** A standing that the certificates give. */
    public CourseStanding(
            CredentialStatus status,
            String mode,
            @Nullable Instant availableAt,
            Instant firstAwardedAt,
            Instant awardedAt,
            Instant modifiedAt) {
        this(status, mode, availableAt, firstAwardedAt, awardedAt, modifiedAt, Basis.CERTIFICATE);
    }

    /**
     * Folds. A credential comes to be with the first downloadable certificate, and is revoked when the certificate leaves that
     * status; what else passes creates nothing.
     *
     * @param versions each number once, in any order
     * @return null when no version was downloadable
     */
    public static @Nullable CourseStanding fold(Collection<CertificateVersion> versions) {
        CourseStanding standing = null;
        List<CertificateVersion> inOrder = versions.stream().sorted().toList();
        for (CertificateVersion version : inOrder) {
            standing = standing == null ? first(version) : standing.next(version);
        }
        return standing;
    }

    /** Whether the credential holds. */
    public boolean isAwarded() {
        return status == CredentialStatus.AWARDED;
    }

    /** The date that counts for programs: when it becomes visible, otherwise when it was first awarded. */
    public Instant date() {
        return availableAt == null ? firstAwardedAt : availableAt;
    }

    /** The standing with another date from which the learner may see it, as of the time that it was moved. */
    CourseStanding availableFrom(@Nullable Instant date, Instant movedAt) {
        return Objects.equals(date, availableAt)
                ? this
                : new CourseStanding(status, mode, date, firstAwardedAt, awardedAt, later(movedAt), basis);
    }

    /** The standing once it is taken back, unless it is already. */
    CourseStanding revoked(Instant at) {
        return isAwarded()
                ? new CourseStanding(
                        CredentialStatus.REVOKED, mode, availableAt, firstAwardedAt, awardedAt, later(at), basis)
                : this;
    }

    private static @Nullable CourseStanding first(CertificateVersion version) {
        Instant at = version.occurredAt();
        return version.isDownloadable()
                ? new CourseStanding(CredentialStatus.AWARDED, version.mode(), version.availableAt(), at, at, at)
                : null;
    }

    private CourseStanding next(CertificateVersion version) {
        if (!version.isDownloadable()) {
            return revoked(version.occurredAt());
        }
        Instant at = later(version.occurredAt());
        CourseStanding next = new CourseStanding(
                CredentialStatus.AWARDED,
                version.mode(),
                version.availableAt(),
                firstAwardedAt,
                isAwarded() ? awardedAt : at,
                modifiedAt);
        return next.equals(this)
                ? this
                : new CourseStanding(next.status, next.mode, next.availableAt, firstAwardedAt, next.awardedAt, at);
    }

    private Instant later(Instant at) {
        return at.isBefore(modifiedAt) ? modifiedAt : at;
    }
}
