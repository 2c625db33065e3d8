package org.laurel.programs.page.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.LearnerId;
import org.laurel.programs.learner.domain.Learner;

/**
 * Under which name a learner wants to be certified.
 *
 * @param certificateName a name of the learner's choice, null for the full name
 * @param useVerifiedName whether the name from identity verification goes before all others
 * @param verifiedName that name, null when there is none
 * @param version counts the changes; the highest wins
 * @param changedAt when the learner decided so
 */
public record CertificatePreference(
        LearnerId learnerId,
        @Nullable String certificateName,
        boolean useVerifiedName,
        @Nullable String verifiedName,
        long version,
        Instant changedAt) {

    /**
     * The name for a page, empty when nobody may be named any more. Source: programs, pages: the verified name where that is
     * wanted.
     *
     * @param preference null when the learner has said nothing
     */
    public static String nameOf(Learner learner, @Nullable CertificatePreference preference) {
        if (preference == null) {
            return first(learner.name(), learner.username());
        }
        String verified = preference.useVerifiedName ? preference.verifiedName : null;
        return first(verified, preference.certificateName, learner.name(), learner.username());
    }

    private static String first(@Nullable String... names) {
        for (String name : names) {
            if (name != null && !name.isBlank()) {
                return name;
            }
        }
        return "";
    }
}
