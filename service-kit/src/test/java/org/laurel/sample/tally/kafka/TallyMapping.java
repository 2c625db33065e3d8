package org.laurel.sample.tally.kafka;

import jakarta.inject.Singleton;
import org.laurel.kit.outbox.FactMapping;
import org.laurel.kit.outbox.OutgoingEvent;
import org.laurel.sample.tally.domain.TallyChanged;

/** Tells others of tallies. */
@Singleton
class TallyMapping implements FactMapping<TallyChanged> {

    @Override
    public Class<TallyChanged> covers() {
        return TallyChanged.class;
    }

    @Override
    public OutgoingEvent map(TallyChanged fact) {
        return OutgoingEvent.of(
                TallyTypes.CHANGED,
                new TallyState(fact.learnerId(), fact.total(), fact.version(), fact.occurredAt()),
                fact.version());
    }
}
