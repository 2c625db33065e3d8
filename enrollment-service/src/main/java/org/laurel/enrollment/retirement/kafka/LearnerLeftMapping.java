package org.laurel.enrollment.retirement.kafka;

import jakarta.inject.Singleton;
import org.laurel.enrollment.retirement.domain.LearnerLeft;
import org.laurel.events.EventCatalogue;
import org.laurel.events.learner.LearnerRetired;
import org.laurel.kit.outbox.FactMapping;
import org.laurel.kit.outbox.OutgoingEvent;

/** Tells that a learner left as {@code learner.retired}. */
@Singleton
class LearnerLeftMapping implements FactMapping<LearnerLeft> {

    @Override
    public Class<LearnerLeft> covers() {
        return LearnerLeft.class;
    }

    @Override
    public OutgoingEvent map(LearnerLeft fact) {
        return OutgoingEvent.of(
                EventCatalogue.LEARNER_RETIRED,
                new LearnerRetired(fact.learnerId().value(), fact.occurredAt()));
    }
}
