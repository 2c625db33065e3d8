package org.laurel.enrollment.entitlement.http;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.entitlement.db.EntitlementQueries.Listed;
import org.laurel.enrollment.entitlement.domain.Entitlement;
import org.laurel.enrollment.entitlement.domain.EntitlementTerms;

/**
 * An entitlement as clients see it.
 *
 * @param user the learner's username
 * @param courseKey the course run that it is used for, null until then
 * @param expiredAt since when it no longer holds, null while it is active
 */
record EntitlementView(
        UUID uuid,
        String learnerId,
        String user,
        UUID courseUuid,
        String mode,
        Instant created,
        @Nullable Instant expiredAt,
        @Nullable String courseKey,
        @Nullable String orderNumber,
        long version) {

    static EntitlementView of(Listed listed) {
        return of(listed.entitlement(), listed.username());
    }

    static EntitlementView of(Entitlement entitlement, String username) {
        EntitlementTerms terms = entitlement.terms();
        return new EntitlementView(
                entitlement.id(),
                entitlement.key().learnerId().value(),
                username,
                entitlement.key().courseUuid(),
                terms.mode(),
                entitlement.createdAt(),
                terms.expiredAt(),
                terms.courseKey() == null ? null : terms.courseKey().value(),
                terms.orderNumber(),
                entitlement.version());
    }
}
