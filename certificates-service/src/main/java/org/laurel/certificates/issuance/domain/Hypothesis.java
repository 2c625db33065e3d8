package org.laurel.certificates.issuance.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.certificates.course.domain.RunPolicy;
import org.laurel.certificates.course.domain.SitePolicy;
import org.laurel.certificates.course.domain.TermsHistory;
import org.laurel.certificates.learner.domain.CertificatePreferences;
import org.laurel.certificates.learner.domain.IdentityVerification;
import org.laurel.certificates.learner.domain.LearnerHistory;
import org.laurel.kit.domain.FactOrder;

/**
 * Facts that somebody assumes: what would come of them is found by folding them with the known ones. Null where nothing is
 * assumed.
 *
 * @param facts about the learner in the course run
 */
public record Hypothesis(
        List<Fact> facts,
        @Nullable IdentityVerification identity,
        @Nullable Allowance allowance,
        @Nullable CourseSettings settings,
        @Nullable RunPolicy run,
        @Nullable SitePolicy site) {

    /** What certificates would be judged by. */
    public TermsHistory terms(TermsHistory known) {
        return known.and(settings, run, site);
    }

    /** Whether the learner may have certificates at all, from a place in business time on. */
    public record Allowance(FactOrder order, boolean allowed) {}

    /** What would be known of the learner. */
    public LearnerHistory learner(LearnerHistory known) {
        if (allowance == null) {
            return known.and(identity, null);
        }
        CertificatePreferences newest = known.newestPreferences();
        return known.and(
                identity,
                new CertificatePreferences(
                        allowance.order(),
                        allowance.allowed(),
                        newest == null ? null : newest.certificateName(),
                        newest != null && newest.useVerifiedName(),
                        newest == null ? null : newest.verifiedName(),
                        newest == null ? "private" : newest.visibleTo(),
                        Long.MAX_VALUE));
    }
}
