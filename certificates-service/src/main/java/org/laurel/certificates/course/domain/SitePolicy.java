package org.laurel.certificates.course.domain;

import java.time.Instant;
import org.laurel.kit.domain.FactOrder;

/**
 * One version of what holds for the whole deployment. Source: certificates, settings that change behaviour; decisions 3, 7 and 9.
 *
 * @param id order of recording; 0 for the default
 * @param occurredAt since when the version holds
 * @param htmlCertificates the master switch of web certificates
 * @param identityVerificationRequired whether most modes need a current identity verification
 * @param honorCertificatesDisabled whether honor is a mode without certificates
 * @param automaticGeneration whether facts generate certificates
 * @param selfGenerationEnabled whether learners may ask for certificates where the run allows it
 * @param customTemplatesEnabled whether templates of our own take the place of the standard page
 * @param namesFollowProfile whether a new name reaches issued certificates at once
 * @param mode whether decisions take effect
 */
public record SitePolicy(
        long id,
        Instant occurredAt,
        boolean htmlCertificates,
        boolean identityVerificationRequired,
        boolean honorCertificatesDisabled,
        boolean automaticGeneration,
        boolean selfGenerationEnabled,
        boolean customTemplatesEnabled,
        boolean namesFollowProfile,
        IssuingMode mode) {

    /** Before a course run's own policy and settings of the same time. */
    public static final int KIND = -2;

    /** What holds until staff decide something, in the mode that the deployment starts in. */
    public static SitePolicy startingIn(IssuingMode mode) {
        return new SitePolicy(0, Instant.EPOCH, true, false, false, true, false, false, false, mode);
    }

    /** The version's place among the facts of a learner in a course run. */
    public FactOrder order() {
        return new FactOrder(occurredAt, id, KIND, "", "");
    }

    /** Whether it says the same as another version, whenever that began to hold. */
    public boolean decidesLike(SitePolicy other) {
        return new SitePolicy(
                        other.id,
                        other.occurredAt,
                        htmlCertificates,
                        identityVerificationRequired,
                        honorCertificatesDisabled,
                        automaticGeneration,
                        selfGenerationEnabled,
                        customTemplatesEnabled,
                        namesFollowProfile,
                        mode)
                .equals(other);
    }
}
