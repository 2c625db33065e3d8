package org.laurel.certificates.issuance.domain;

import org.jspecify.annotations.Nullable;

/** Addresses of a certificate, relative to the suite's origin. */
public final class CertificateLinks {

    private CertificateLinks() {}

    /** Where a granted certificate is shown, null while it is not granted. */
    public static @Nullable String download(Certificate certificate, String verifyUuid) {
        return certificate.status() == CertificateStatus.DOWNLOADABLE ? "/certificates/" + verifyUuid : null;
    }
}
