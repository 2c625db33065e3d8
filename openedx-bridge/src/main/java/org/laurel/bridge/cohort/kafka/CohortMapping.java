package org.laurel.bridge.cohort.kafka;

import jakarta.inject.Singleton;
import org.laurel.bridge.cohort.domain.CohortJoined;
import org.laurel.events.EventCatalogue;
import org.laurel.events.enrollment.CohortMembershipRequested;
import org.laurel.kit.outbox.FactMapping;
import org.laurel.kit.outbox.OutgoingEvent;

/** Maps to {@code cohort-membership.requested}. */
@Singleton
class CohortMapping implements FactMapping<CohortJoined> {

    @Override
    public Class<CohortJoined> covers() {
        return CohortJoined.class;
    }

    @Override
    public OutgoingEvent map(CohortJoined fact) {
        return OutgoingEvent.of(
                EventCatalogue.COHORT_MEMBERSHIP_REQUESTED,
                new CohortMembershipRequested(
                        fact.learnerId().value(),
                        fact.cohort().courseKey().value(),
                        fact.cohort().courseKey().org(),
                        fact.number(),
                        fact.cohort().name(),
                        true,
                        fact.at()));
    }
}
