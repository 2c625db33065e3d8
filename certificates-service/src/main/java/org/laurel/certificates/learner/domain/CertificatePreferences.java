package org.laurel.certificates.learner.domain;

import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.FactOrder;

/**
 * What holds for all certificates of a learner. The highest version that began by then counts.
 *
 * @param allowCertificate false bars the learner from every certificate
 * @param certificateName the name wanted on certificates, null for the full name
 * @param useVerifiedName whether the verified name goes on certificates
 * @param verifiedName the approved verified name, null without one
 * @param visibleTo who may see the list of certificates: {@code private} or {@code all_users}
 * @param version counts the changes of the preferences
 */
public record CertificatePreferences(
        FactOrder order,
        boolean allowCertificate,
        @Nullable String certificateName,
        boolean useVerifiedName,
        @Nullable String verifiedName,
        String visibleTo,
        long version)
        implements LearnerFact {

    /** After an identity verification of the same time. */
    public static final int KIND = 5;

    /** Everybody who is signed in may see the list. */
    public static final String ALL_USERS = "all_users";

    /** The name that these preferences put on a certificate. Source: certificates, name, grade, uuid. */
    public String nameOver(String fullName) {
        if (useVerifiedName && verifiedName != null && !verifiedName.isBlank()) {
            return verifiedName;
        }
        return certificateName == null || certificateName.isBlank() ? fullName : certificateName;
    }
}
