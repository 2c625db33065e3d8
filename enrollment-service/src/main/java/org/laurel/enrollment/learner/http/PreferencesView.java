package org.laurel.enrollment.learner.http;

import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.learner.domain.CertificatePreferences;
import org.laurel.enrollment.learner.domain.Learner;

/** What holds for all certificates of a learner, as clients see it. */
record PreferencesView(
        String learnerId,
        boolean allowCertificate,
        @Nullable String certificateName,
        boolean useVerifiedName,
        @Nullable String verifiedName,
        String certificatesVisibleTo,
        long version) {

    static PreferencesView of(Learner learner) {
        CertificatePreferences preferences = learner.preferences();
        return new PreferencesView(
                learner.id().value(),
                preferences.allowCertificate(),
                preferences.certificateName(),
                preferences.useVerifiedName(),
                preferences.verifiedName(),
                preferences.visibleTo(),
                learner.preferencesVersion());
    }
}
