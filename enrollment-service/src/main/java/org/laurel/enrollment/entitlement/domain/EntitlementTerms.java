package org.laurel.enrollment.entitlement.domain;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.fact.domain.StoredTime;
import org.laurel.events.key.CourseKey;

/**
 * What may change about an entitlement.
 *
 * @param mode slug of the mode that the learner is entitled to
 * @param courseKey the course run that it is used for, null until then
 * @param expiredAt since when it no longer holds, null while it is active
 * @param orderNumber of the order that it was bought by, null without one
 */
public record EntitlementTerms(
        String mode,
        @Nullable CourseKey courseKey,
        @Nullable Instant expiredAt,
        @Nullable String orderNumber) {

    /** The members. */
    public enum Member {
        MODE,
        COURSE_KEY,
        EXPIRED_AT,
        ORDER_NUMBER
    }

    public EntitlementTerms {
        expiredAt = StoredTime.of(expiredAt);
    }

    /** These terms with some members as others have them. */
    public EntitlementTerms taking(Set<Member> members, EntitlementTerms from) {
        return new EntitlementTerms(
                members.contains(Member.MODE) ? from.mode : mode,
                members.contains(Member.COURSE_KEY) ? from.courseKey : courseKey,
                members.contains(Member.EXPIRED_AT) ? from.expiredAt : expiredAt,
                members.contains(Member.ORDER_NUMBER) ? from.orderNumber : orderNumber);
    }

    /** Whether the entitlement holds. */
    public boolean isActive() {
        return expiredAt == null;
    }
}
