package org.laurel.enrollment.enrollment.kafka;

import jakarta.inject.Singleton;
import org.laurel.enrollment.enrollment.domain.Enrollment;
import org.laurel.enrollment.enrollment.domain.EnrollmentFact;
import org.laurel.enrollment.learner.domain.Account;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.events.EventCatalogue;
import org.laurel.events.enrollment.EnrollmentChanged;
import org.laurel.events.learner.LearnerSnapshot;
import org.laurel.kit.outbox.FactMapping;
import org.laurel.kit.outbox.OutgoingEvent;

/** Tells facts about enrollments as {@code enrollment.changed}, with the learner inside. */
@Singleton
class EnrollmentFactMapping implements FactMapping<EnrollmentFact> {

    @Override
    public Class<EnrollmentFact> covers() {
        return EnrollmentFact.class;
    }

    @Override
    public OutgoingEvent map(EnrollmentFact fact) {
        return switch (fact) {
            case EnrollmentFact.EnrollmentChanged changed ->
                OutgoingEvent.of(
                        EventCatalogue.ENROLLMENT_CHANGED,
                        body(changed),
                        changed.after().version());
        };
    }

    private static EnrollmentChanged body(EnrollmentFact.EnrollmentChanged fact) {
        Enrollment before = fact.before();
        Enrollment after = fact.after();
        return new EnrollmentChanged(
                after.key().learnerId().value(),
                after.key().courseKey().value(),
                after.mode(),
                after.isActive(),
                before == null ? null : before.mode(),
                before == null ? null : before.isActive(),
                after.version(),
                snapshot(fact.learner()),
                after.createdAt(),
                after.occurredAt());
    }

    private static LearnerSnapshot snapshot(Learner learner) {
        Account account = learner.account();
        return new LearnerSnapshot(
                learner.id().value(),
                account.username(),
                account.email(),
                account.name(),
                account.isActive(),
                learner.version(),
                learner.accountChangedAt());
    }
}
