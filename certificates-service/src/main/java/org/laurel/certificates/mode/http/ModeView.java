package org.laurel.certificates.mode.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.mode.domain.CourseMode;
import org.laurel.certificates.mode.domain.ModeLists;

/**
 * A mode and what its slug means.
 *
 * @param minPrice in whole units of the currency
 * @param isExpired may no longer be taken
 * @param isVerified its learners prove who they are
 * @param isCreditEligible its learners may go on to credit
 * @param isCertificateRelevant its certificates matter to other systems
 * @param isUpgradeable its learners may upgrade to a paid mode
 */
public record ModeView(
        String slug,
        String name,
        int minPrice,
        String currency,
        @Nullable Instant expirationDatetime,
        boolean isExpired,
        boolean isVerified,
        boolean isProfessional,
        boolean isCredit,
        boolean isCreditEligible,
        boolean isCertificateRelevant,
        boolean isUpgradeable) {

    static ModeView of(CourseMode mode, Instant now) {
        String slug = mode.slug();
        return new ModeView(
                slug,
                mode.name(),
                mode.minPrice(),
                mode.currency(),
                mode.expiresAt(),
                mode.isExpired(now),
                ModeLists.isVerified(slug),
                ModeLists.isProfessional(slug),
                ModeLists.isCredit(slug),
                ModeLists.isCreditEligible(slug),
                ModeLists.isCertificateRelevant(slug),
                ModeLists.isUpgradeable(slug));
    }
}
