package org.laurel.bridge.inbound.kafka;

import jakarta.inject.Singleton;
import org.laurel.bridge.inbound.domain.Forward;
import org.laurel.kit.outbox.FactMapping;
import org.laurel.kit.outbox.OutgoingEvent;

/** The translation has made the event already. */
@Singleton
class ForwardMapping implements FactMapping<Forward> {

    @Override
    public Class<Forward> covers() {
        return Forward.class;
    }

    @Override
    public OutgoingEvent map(Forward fact) {
        return (OutgoingEvent) fact.event();
    }
}
