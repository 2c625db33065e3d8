package org.laurel.certificates.course.domain;

import org.jspecify.annotations.Nullable;
import org.laurel.certificates.mode.domain.ModeLists;

/**
 * Everything about a course run and the deployment by which a fact is judged.
 *
 * @param settings the directory's entry, null when nobody has told us of the course run
 */
public record Terms(@Nullable CourseSettings settings, RunPolicy run, SitePolicy site) {

    /** Whether the course run is known. */
    public boolean courseKnown() {
        return settings != null;
    }

    /** Whether the run is a custom course on top of another. */
    public boolean ccx() {
        return settings != null && settings.ccx();
    }

    /** Whether certificates are pages here: switched on in the deployment and for the run. */
    public boolean webCertificates() {
        return settings != null && settings.htmlEnabled() && site.htmlCertificates();
    }

    /** Whether there is any form of certificate here, a page or a file. */
    public boolean certificatesEnabled() {
        return settings != null && (webCertificates() || run.pdfGeneration());
    }

    /** Whether facts generate certificates here. */
    public boolean automatic() {
        return site.automaticGeneration() && !Boolean.FALSE.equals(run.automaticGeneration());
    }

    /** Whether learners may ask for their certificate here. */
    public boolean selfGeneration() {
        return site.selfGenerationEnabled() && run.selfGenerationEnabled();
    }

    /** Whether decisions take effect here: the run's own mode, else that of the deployment. */
    public IssuingMode mode() {
        return run.mode() == null ? site.mode() : run.mode();
    }

    /** Whether decisions are made, explained and counted here, and nothing is written or told to others. */
    public boolean isObserved() {
        return mode() == IssuingMode.OBSERVE;
    }

    /**
     * Whether a learner in this enrollment mode can get a certificate: in every mode but audit, and but honor where honor
     * certificates are disabled. Source: certificates, course modes.
     */
    public boolean isEligible(String enrollmentMode) {
        return ModeLists.isEligibleForCertificate(enrollmentMode, null, site.honorCertificatesDisabled());
    }

    /** Whether a certificate of this enrollment mode needs a current identity verification. */
    public boolean needsIdentity(String enrollmentMode) {
        return site.identityVerificationRequired() && !ModeLists.NON_VERIFIED_MODES.contains(enrollmentMode);
    }

    /** The date from which certificates show, where the run uses one. Source: certificates, dates and visibility. */
    public boolean usesAvailableDate() {
        return automatic()
                && settings != null
                && !settings.selfPaced()
                && settings.availableDate() != null
                && settings.displayBehavior().equals(CourseSettings.END_WITH_DATE);
    }
}
