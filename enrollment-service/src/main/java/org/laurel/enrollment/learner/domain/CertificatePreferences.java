package org.laurel.enrollment.learner.domain;

import org.jspecify.annotations.Nullable;

/**
 * What holds for all certificates of a learner.
 *
 * @param allowCertificate false bars the learner from every certificate
 * @param certificateName the name that the learner wants on certificates, null for the full name
 * @param useVerifiedName whether the verified name goes on certificates
 * @param verifiedName the name from identity verification, null without one
 * @param visibleTo {@code private} or {@code all_users}
 */
public record CertificatePreferences(
        boolean allowCertificate,
        @Nullable String certificateName,
        boolean useVerifiedName,
        @Nullable String verifiedName,
        String visibleTo) {

    /** What holds for a learner about whom nothing else was said. */
    public static final CertificatePreferences USUAL = new CertificatePreferences(true, null, false, null, "all_users");

    /** The same with another permission; null leaves it as it is. */
    public CertificatePreferences allowing(@Nullable Boolean allow) {
        return allow == null || allow == allowCertificate
                ? this
                : new CertificatePreferences(allow, certificateName, useVerifiedName, verifiedName, visibleTo);
    }
}
