package org.laurel.certificates.course.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.KeptPolicy;
import org.laurel.certificates.course.domain.SitePolicy;

/**
 * What holds for the certificates of the whole deployment.
 *
 * @param version its entity tag; 0 until staff decide something
 * @param htmlCertificates whether certificates are pages; off, only runs with PDF files have any
 * @param identityVerificationRequired whether most modes need a current identity verification
 * @param honorCertificatesDisabled whether mode honor is without certificates
 * @param automaticGeneration whether facts generate certificates
 * @param selfGenerationEnabled whether learners may ask for certificates where the run allows it
 * @param customTemplatesEnabled whether templates take the place of the standard page
 * @param namesFollowProfile whether a new name reaches issued certificates at once
 * @param mode whether decisions take effect: {@code observe} or {@code live}
 * @param since since when the version holds, null for version 0
 * @param changedBy who decided it; told in the history only
 * @param reason why, in a person's words; told in the history only
 */
public record SitePolicyView(
        long version,
        boolean htmlCertificates,
        boolean identityVerificationRequired,
        boolean honorCertificatesDisabled,
        boolean automaticGeneration,
        boolean selfGenerationEnabled,
        boolean customTemplatesEnabled,
        boolean namesFollowProfile,
        String mode,
        @Nullable Instant since,
        @Nullable String changedBy,
        @Nullable String reason) {

    static SitePolicyView of(SitePolicy policy) {
        return of(policy, null, null);
    }

    static SitePolicyView of(KeptPolicy<SitePolicy> kept) {
        return of(kept.policy(), kept.changedBy(), kept.reason());
    }

    private static SitePolicyView of(SitePolicy policy, @Nullable String changedBy, @Nullable String reason) {
        return new SitePolicyView(
                policy.id(),
                policy.htmlCertificates(),
                policy.identityVerificationRequired(),
                policy.honorCertificatesDisabled(),
                policy.automaticGeneration(),
                policy.selfGenerationEnabled(),
                policy.customTemplatesEnabled(),
                policy.namesFollowProfile(),
                policy.mode().slug(),
                policy.id() == 0 ? null : policy.occurredAt(),
                changedBy,
                reason);
    }
}
