package org.laurel.certificates.lookup.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Certificate;
import org.laurel.certificates.issuance.domain.CertificateLinks;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;
import org.laurel.certificates.issuance.domain.Visibility;
import org.laurel.certificates.mode.domain.ModeLists;

/**
 * A certificate with all that decides how others read it. Source: certificates, statuses, dates and visibility, REST read API.
 *
 * @param terms the newest terms of its course run
 * @param honorOffered whether the course run has the honor mode, expired or not
 * @param textMissing whether the course run has a certificate configuration of which no text is active
 */
public record ShownCertificate(CaseKey key, Issued issued, Terms terms, boolean honorOffered, boolean textMissing) {

    /** The certificate itself. */
    public Certificate certificate() {
        return issued.certificate();
    }

    /** Whether it is a file that a renderer made, or an older system. */
    public boolean isPdf() {
        return !certificate().file().downloadUrl().isEmpty();
    }

    /** Whether its status is none of the two of the audit track. */
    public boolean isEligible() {
        return certificate().isEligible();
    }

    /**
     * Whether existing clients are told of it at all: it is eligible, and its course run is known or its file outlives the run.
     */
    public boolean isTold() {
        return isEligible() && (terms.courseKnown() || isPdf());
    }

    /**
     * Whether it can be looked at: as a file, or as a page. A page needs web certificates switched on and, once the course run
     * has a certificate configuration, an active text in it; without any configuration the page has the standard text.
     */
    public boolean isConfigured() {
        return isPdf() || (terms.webCertificates() && !textMissing);
    }

    /** Whether certificates of the course run show at this moment. The file of a run that is gone always does. */
    public boolean isVisible(Instant now) {
        return terms.settings() == null ? isPdf() : Visibility.isVisible(terms.settings(), now);
    }

    /** Whether it stands in the learner's list: passed, visible and to be looked at. */
    public boolean isListed(Instant now) {
        return isTold() && certificate().isPassed() && isVisible(now) && isConfigured();
    }

    /** The learner has it and it shows. */
    public boolean isInHand(Instant now) {
        return certificate().earned() && isVisible(now);
    }

    /** The status that others read: {@code auditing} for a certificate of the audit mode where honor is not offered. */
    public CertificateStatus presentedStatus() {
        return isAuditing() ? CertificateStatus.AUDITING : certificate().status();
    }

    /** Whether it certifies the audit mode in a course run without honor mode. */
    public boolean isAuditing() {
        return ModeLists.isAudit(certificate().mode()) && !honorOffered;
    }

    /** Its address, see {@link CertificateLinks#address}. */
    public String address() {
        return CertificateLinks.address(terms, certificate(), issued.verifyUuid());
    }

    /** Where the learner gets it, see {@link CertificateLinks#link}. */
    public @Nullable String link() {
        return CertificateLinks.link(terms, certificate(), issued.verifyUuid());
    }
}
