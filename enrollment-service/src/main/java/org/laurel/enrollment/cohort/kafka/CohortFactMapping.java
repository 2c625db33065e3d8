package org.laurel.enrollment.cohort.kafka;

import jakarta.inject.Singleton;
import org.laurel.enrollment.cohort.domain.CohortFact;
import org.laurel.enrollment.cohort.domain.Membership;
import org.laurel.events.EventCatalogue;
import org.laurel.events.enrollment.CohortMembershipChanged;
import org.laurel.kit.outbox.FactMapping;
import org.laurel.kit.outbox.OutgoingEvent;

/** Tells facts about cohorts as {@code cohort-membership.changed}. */
@Singleton
class CohortFactMapping implements FactMapping<CohortFact> {

    @Override
    public Class<CohortFact> covers() {
        return CohortFact.class;
    }

    @Override
    public OutgoingEvent map(CohortFact fact) {
        return switch (fact) {
            case CohortFact.MembershipChanged changed ->
                OutgoingEvent.of(
                        EventCatalogue.COHORT_MEMBERSHIP_CHANGED,
                        body(changed.after()),
                        changed.after().version());
        };
    }

    private static CohortMembershipChanged body(Membership membership) {
        return new CohortMembershipChanged(
                membership.learnerId().value(),
                membership.cohort().courseKey().value(),
                membership.cohort().courseKey().org(),
                membership.cohort().id(),
                membership.cohortName(),
                membership.isMember(),
                membership.version(),
                membership.occurredAt());
    }
}
