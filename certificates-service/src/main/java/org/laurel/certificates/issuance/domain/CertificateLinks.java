package org.laurel.certificates.issuance.domain;

import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.Terms;

/** Addresses of a certificate, relative to the suite's origin. */
public final class CertificateLinks {

    private CertificateLinks() {}

    /**
     * A certificate's address: empty for a course run that nobody knows; the page where certificates are pages; else the file,
     * empty without one. A course run with files only has pages too, but just for whoever checks a file by the address on it.
     * Source: certificates, section 5, certificate URL.
     */
    public static String address(Terms terms, Certificate certificate, String verifyUuid) {
        if (!terms.courseKnown()) {
            return "";
        }
        if (terms.webCertificates()) {
            return page(verifyUuid);
        }
        return certificate.isEligible() ? certificate.file().downloadUrl() : "";
    }

    /** Where the learner gets it: the file, else its address; null while the learner has none, empty when it is nowhere. */
    public static @Nullable String link(Terms terms, Certificate certificate, String verifyUuid) {
        if (!certificate.earned()) {
            return null;
        }
        String file = certificate.file().downloadUrl();
        return file.isEmpty() ? address(terms, certificate, verifyUuid) : file;
    }

    /** The same for those who are told of nothing rather than of an empty address. */
    public static @Nullable String download(Terms terms, Certificate certificate, String verifyUuid) {
        String link = link(terms, certificate, verifyUuid);
        return link == null || link.isEmpty() ? null : link;
    }

    /** The public page. */
    public static String page(String verifyUuid) {
        return "/certificates/" + verifyUuid;
    }

    /** The file that the renderer has made. */
    public static String file(String verifyUuid, String downloadUuid) {
        return "/certificates/" + verifyUuid + "/" + downloadUuid + ".pdf";
    }
}
