package org.laurel.certificates.page.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.issuance.domain.CertificateFile;
import org.laurel.certificates.issuance.domain.CertificateLinks;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;
import org.laurel.certificates.issuance.domain.Visibility;

/** What the public address of a certificate answers. Source: certificates, web certificate; decision 8. */
public enum PageAnswer {
    /** The certificate. */
    SHOWN,
    /** It is not, or no longer, valid: 410, without personal data. */
    GONE,
    /** There is nothing to see, or not yet: 404. */
    HIDDEN;

    /**
     * Decides about the page. Where certificates are files only it shows too, since a file that is made here bears its address
     * for whoever checks the file, and goes on showing when files are switched off later.
     *
     * @param issued the certificate with this public id, null when there is none
     * @param configured whether the course run's configuration, if it has one, has an active text
     * @param retired whether the learner is retired
     */
    public static PageAnswer of(
            @Nullable Issued issued, Terms terms, boolean configured, boolean retired, Instant now) {
        if (issued == null) {
            return HIDDEN;
        }
        if (!issued.certificate().earned() || retired) {
            return GONE;
        }
        CourseSettings settings = terms.settings();
        boolean hasPage = terms.certificatesEnabled() || isOnItsFile(issued);
        return settings != null && hasPage && configured && Visibility.isVisible(settings, now) ? SHOWN : HIDDEN;
    }

    /** Whether the certificate has a file that was made here; those of other systems bear addresses of theirs. */
    private static boolean isOnItsFile(Issued issued) {
        CertificateFile file = issued.certificate().file();
        return !file.downloadUuid().isEmpty()
                && file.downloadUrl().equals(CertificateLinks.file(issued.verifyUuid(), file.downloadUuid()));
    }

    /**
     * Decides about the file of a certificate, at the address that lists, details and statuses give: it is made, so it needs
     * neither a configuration with an active text nor a switch that is still on, and it outlives its course run. Source:
     * certificates, REST read API.
     *
     * @param issued the certificate with this public id, null when there is none
     * @param retired whether the learner is retired
     */
    public static PageAnswer ofFile(@Nullable Issued issued, Terms terms, boolean retired, Instant now) {
        if (issued == null) {
            return HIDDEN;
        }
        if (!issued.certificate().earned() || retired) {
            return GONE;
        }
        CourseSettings settings = terms.settings();
        return settings == null || Visibility.isVisible(settings, now) ? SHOWN : HIDDEN;
    }
}
