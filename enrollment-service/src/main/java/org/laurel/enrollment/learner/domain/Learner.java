package org.laurel.enrollment.learner.domain;

import java.time.Instant;
import org.laurel.events.key.LearnerId;

/**
 * A learner as known here.
 *
 * @param version of the account, 1 for a new learner, one more with each change
 * @param accountChangedAt business time since when the account is as it is
 * @param preferencesVersion of the preferences, counted in the same way
 * @param occurredAt business time of the last change
 * @param reach who hears of changes; follows from the enrollments
 */
public record Learner(
        LearnerId id,
        Account account,
        long version,
        Instant accountChangedAt,
        CertificatePreferences preferences,
        long preferencesVersion,
        Instant occurredAt,
        Reach reach) {}
