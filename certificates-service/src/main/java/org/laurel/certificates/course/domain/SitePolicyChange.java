package org.laurel.certificates.course.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.Cause;

/**
 * What somebody changes in the deployment's policy. Null leaves a member as it is.
 *
 * @param at since when it holds
 */
public record SitePolicyChange(
        Instant at,
        @Nullable Boolean htmlCertificates,
        @Nullable Boolean identityVerificationRequired,
        @Nullable Boolean honorCertificatesDisabled,
        @Nullable Boolean automaticGeneration,
        @Nullable Boolean selfGenerationEnabled,
        @Nullable Boolean customTemplatesEnabled,
        @Nullable Boolean namesFollowProfile,
        @Nullable IssuingMode mode,
        Cause cause) {

    /** A change of whether learners may ask for certificates themselves. */
    public static SitePolicyChange ofSelfGeneration(boolean enabled, Instant at, Cause cause) {
        return new SitePolicyChange(at, null, null, null, null, enabled, null, null, null, cause);
    }

    /** The policy after the change, which holds no earlier than what it changes: clocks of replicas differ. */
    public SitePolicy applyTo(SitePolicy before) {
        return new SitePolicy(
                0,
                at.isBefore(before.occurredAt()) ? before.occurredAt() : at,
                or(htmlCertificates, before.htmlCertificates()),
                or(identityVerificationRequired, before.identityVerificationRequired()),
                or(honorCertificatesDisabled, before.honorCertificatesDisabled()),
                or(automaticGeneration, before.automaticGeneration()),
                or(selfGenerationEnabled, before.selfGenerationEnabled()),
                or(customTemplatesEnabled, before.customTemplatesEnabled()),
                or(namesFollowProfile, before.namesFollowProfile()),
                mode == null ? before.mode() : mode);
    }

    private static boolean or(@Nullable Boolean wanted, boolean before) {
        return wanted == null ? before : wanted;
    }
}
