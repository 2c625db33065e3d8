package org.laurel.enrollment.entitlement.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A learner's right to take a course in a mode, in whichever of its runs the learner chooses (enrollment, entitlements).
 *
 * @param id public id
 * @param createdAt when it was given
 * @param version grows with every change of the learner's entitlements to the course, also from one to the next
 * @param occurredAt business time of the last change
 */
public record Entitlement(
        UUID id, EntitlementKey key, EntitlementTerms terms, Instant createdAt, long version, Instant occurredAt) {

    /** The entitlement under new terms; time never runs backwards. */
    Entitlement changed(EntitlementTerms after, Instant at) {
        Instant since = at.isAfter(occurredAt) ? at : occurredAt;
        return new Entitlement(id, key, after, createdAt, version + 1, since);
    }
}
