package org.laurel.certificates.lookup.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.issuance.domain.Standing;
import org.laurel.certificates.issuance.domain.Visibility;
import org.laurel.certificates.learner.domain.LearnerHistory;

/**
 * All that a learner's page of a course run says about the certificate. Source: certificates, dates and visibility, self-generation.
 *
 * @param terms the newest terms of the course run
 * @param learner who the learner is now
 * @param shown the certificate, null when there is none
 */
public record LearnerStatus(
        Standing standing,
        Terms terms,
        LearnerHistory.Then learner,
        @Nullable ShownCertificate shown,
        Instant now) {

    /**
     * The status: that of the certificate as others read it; without certificate {@code notpassing} for a learner who is graded
     * and fails where a passing grade is needed, else {@code unavailable}.
     */
    public CertificateStatus status() {
        if (shown != null) {
            return shown.presentedStatus();
        }
        return isFailing() ? CertificateStatus.NOTPASSING : CertificateStatus.UNAVAILABLE;
    }

    /** Whether the certificate can be had, and if not, when. */
    public DownloadableStatus downloadable() {
        return DownloadableStatus.of(shown, terms, now);
    }

    /** Whether certificates of the course run show now. */
    public boolean viewable() {
        return shown == null
                ? terms.settings() != null && Visibility.isVisible(terms.settings(), now)
                : shown.isVisible(now);
    }

    /** Whether the learner is told about a certificate at all. Source: certificates, can show certificate message. */
    public boolean canShowMessage() {
        return (terms.automatic() || terms.selfGeneration())
                && standing.active()
                && viewable()
                && (standing.meets(terms) || standing.allowlisted())
                && !standing.betaTester();
    }

    /**
     * Whether a button to ask for the certificate is offered: both switches are on, and the request would not be refused for
     * what is known now. An invalidated certificate is never offered.
     */
    public boolean canRequest() {
        String mode = standing.mode();
        return terms.selfGeneration()
                && canShowMessage()
                && !isSettled()
                && !standing.invalidated()
                && learner.allowed()
                && mode != null
                && terms.isEligible(mode)
                && (learner.verified() || !terms.needsIdentity(mode))
                && terms.certificatesEnabled()
                && (standing.allowlisted() || !terms.ccx());
    }

    /** The date from which the certificate can be seen, null without one. */
    public @Nullable Instant availableDate() {
        return shown == null ? null : Visibility.availableAt(terms, shown.certificate());
    }

    /** The date that the certificate bears, null without one. */
    public @Nullable Instant displayDate() {
        return shown == null ? null : Visibility.displayDate(terms, shown.issued(), now);
    }

    /** What the learner is told. */
    public LearnerMessage message() {
        DownloadableStatus downloadable = downloadable();
        if (downloadable.downloadable()) {
            return LearnerMessage.AVAILABLE;
        }
        if (downloadable.earnedButNotAvailable()) {
            return LearnerMessage.AVAILABLE_LATER;
        }
        if (!learner.allowed() || status() == CertificateStatus.RESTRICTED) {
            return LearnerMessage.RESTRICTED;
        }
        if (standing.invalidated()) {
            return LearnerMessage.INVALIDATED;
        }
        if (downloadable.generating()) {
            return status() == CertificateStatus.ERROR ? LearnerMessage.DELAYED : LearnerMessage.GENERATING;
        }
        return downloadable.unverified() ? LearnerMessage.IDENTITY_NEEDED : withoutCertificate();
    }

    private LearnerMessage withoutCertificate() {
        String mode = standing.mode();
        if (mode != null && !terms.isEligible(mode)) {
            return LearnerMessage.MODE_WITHOUT_CERTIFICATE;
        }
        if (canRequest()) {
            return LearnerMessage.CAN_BE_REQUESTED;
        }
        if (standing.allowlisted()) {
            return LearnerMessage.NONE_YET;
        }
        if (isFailing()) {
            return LearnerMessage.NOT_PASSING;
        }
        return standing.completes(terms) ? LearnerMessage.NONE_YET : LearnerMessage.NOT_COMPLETED;
    }

    private boolean isFailing() {
        return standing.grade() != null
                && !standing.passing()
                && terms.run().completion().needsPassing();
    }

    /** Granted, in the making, or stuck: asking for it makes no difference. */
    private boolean isSettled() {
        return shown != null
                && (shown.certificate().isPassed() || shown.certificate().status() == CertificateStatus.ERROR);
    }
}
