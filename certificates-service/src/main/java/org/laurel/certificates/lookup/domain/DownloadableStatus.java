package org.laurel.certificates.lookup.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.issuance.domain.Visibility;

/**
 * Whether a learner can get the certificate now, and if not, when. Source: certificates, downloadable status.
 *
 * @param generating the file is not there yet: being made, or its making failed
 * @param unverified an identity verification is missing
 * @param earnedButNotAvailable the learner has passed, and certificates show from a date on
 * @param notEarnedButAvailableDate the learner has not passed, and certificates show from a date on
 * @param availableDate that date, null in any other case
 * @param downloadUrl where the certificate is, null unless it can be had now
 * @param pdf whether it is a file; false unless it can be had now
 * @param uuid the public id, null unless it can be had now
 */
public record DownloadableStatus(
        boolean downloadable,
        boolean generating,
        boolean unverified,
        boolean earnedButNotAvailable,
        boolean notEarnedButAvailableDate,
        @Nullable Instant availableDate,
        @Nullable String downloadUrl,
        boolean pdf,
        @Nullable String uuid) {

    /** The status of a certificate, null for none, in a course run with these newest terms. */
    public static DownloadableStatus of(@Nullable ShownCertificate shown, Terms terms, Instant now) {
        Instant date = dateAhead(terms.settings(), now);
        if (shown == null) {
            return new DownloadableStatus(false, false, false, false, date != null, date, null, false, null);
        }
        boolean inHand = shown.isInHand(now);
        boolean passed = shown.certificate().isPassed();
        return new DownloadableStatus(
                inHand,
                isGenerating(shown),
                shown.certificate().status() == CertificateStatus.UNVERIFIED,
                date != null && passed,
                date != null && !passed,
                date,
                inHand ? shown.link() : null,
                inHand && shown.isPdf(),
                inHand ? shown.issued().verifyUuid() : null);
    }

    /** A failed file counts too. One that is being made anew while the last one is valid does not. */
    private static boolean isGenerating(ShownCertificate shown) {
        return switch (shown.certificate().status()) {
            case GENERATING, ERROR -> true;
            case REGENERATING -> !shown.certificate().earned();
            case DOWNLOADABLE,
                    NOTPASSING,
                    UNAVAILABLE,
                    UNVERIFIED,
                    DELETING,
                    DELETED,
                    RESTRICTED,
                    AUDIT_PASSING,
                    AUDIT_NOTPASSING,
                    HONOR_PASSING,
                    INVALIDATED,
                    REQUESTING,
                    AUDITING -> false;
        };
    }

    private static @Nullable Instant dateAhead(@Nullable CourseSettings settings, Instant now) {
        if (settings == null || !settings.displayBehavior().equals(CourseSettings.END_WITH_DATE)) {
            return null;
        }
        return Visibility.isVisible(settings, now) ? null : settings.availableDate();
    }
}
