package org.laurel.certificates.issuance.domain;

import org.jspecify.annotations.Nullable;

/** Addresses of a certificate, relative to the suite's origin. */
public final class CertificateLinks {

    private CertificateLinks() {}

    /** Where a certificate that the learner has is found: its file, else its page; null while the learner has none. */
    public static @Nullable String download(Certificate certificate, String verifyUuid) {
        if (!certificate.earned()) {
            return null;
        }
        String file = certificate.file().downloadUrl();
        return file.isEmpty() ? page(verifyUuid) : file;
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
