package org.laurel.certificates.issuance.domain;

/**
 * The file of a certificate. All members are empty for a certificate that is a page only.
 *
 * @param downloadUuid 32 hexadecimal digits of the file that is there
 * @param downloadUrl where it is
 * @param errorReason why the renderer failed last
 * @param requestId the newest request to the renderer
 */
public record CertificateFile(String downloadUuid, String downloadUrl, String errorReason, String requestId) {

    /** No file. */
    public static final CertificateFile NONE = new CertificateFile("", "", "", "");

    /** Whether it is the same file, whichever request made it. */
    boolean looksLike(CertificateFile other) {
        return downloadUuid.equals(other.downloadUuid)
                && downloadUrl.equals(other.downloadUrl)
                && errorReason.equals(other.errorReason);
    }

    CertificateFile requested(String newRequestId) {
        return new CertificateFile(downloadUuid, downloadUrl, "", newRequestId);
    }

    CertificateFile failed(String reason) {
        return new CertificateFile("", "", reason, requestId);
    }
}
