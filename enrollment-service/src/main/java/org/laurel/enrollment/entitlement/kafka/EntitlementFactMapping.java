package org.laurel.enrollment.entitlement.kafka;

import jakarta.inject.Singleton;
import org.laurel.enrollment.entitlement.domain.Entitlement;
import org.laurel.enrollment.entitlement.domain.EntitlementFact;
import org.laurel.enrollment.entitlement.domain.EntitlementTerms;
import org.laurel.events.EventCatalogue;
import org.laurel.events.enrollment.EntitlementChanged;
import org.laurel.kit.outbox.FactMapping;
import org.laurel.kit.outbox.OutgoingEvent;

/** Tells facts about entitlements as {@code entitlement.changed}. */
@Singleton
class EntitlementFactMapping implements FactMapping<EntitlementFact> {

    @Override
    public Class<EntitlementFact> covers() {
        return EntitlementFact.class;
    }

    @Override
    public OutgoingEvent map(EntitlementFact fact) {
        Entitlement entitlement = fact.entitlement();
        EntitlementTerms terms = entitlement.terms();
        EntitlementChanged body = new EntitlementChanged(
                entitlement.key().learnerId().value(),
                entitlement.key().courseUuid().toString(),
                terms.mode(),
                terms.courseKey() == null ? null : terms.courseKey().value(),
                terms.expiredAt(),
                entitlement.version(),
                entitlement.occurredAt());
        return OutgoingEvent.of(EventCatalogue.ENTITLEMENT_CHANGED, body, entitlement.version());
    }
}
