package org.laurel.certificates.issuance.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.certificates.issuance.app.FactFolding;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.enrollment.EnrollmentChanged;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.events.learner.LearnerSnapshot;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;

/** Routes {@code enrollment.changed}, which also says who the learner is, to {@link FactFolding}. */
@ApplicationScoped
class EnrollmentChangedHandler implements EventHandler<EnrollmentChanged> {

    private final FactFolding folding;

    EnrollmentChangedHandler(FactFolding folding) {
        this.folding = folding;
    }

    @Override
    public EventType<EnrollmentChanged> type() {
        return EventCatalogue.ENROLLMENT_CHANGED;
    }

    @Override
    public void handle(List<Event<EnrollmentChanged>> events) {
        folding.apply(events.stream().map(EnrollmentChangedHandler::command).toList());
    }

    private static FactCommand command(Event<EnrollmentChanged> event) {
        EnrollmentChanged body = event.body();
        CaseKey key = new CaseKey(new LearnerId(body.learnerId()), new CourseKey(body.courseKey()));
        Fact fact = new Fact.Enrolled(event.order(Fact.Enrolled.KIND), body.mode(), body.isActive());
        LearnerSnapshot learner = body.learner();
        return new FactCommand.TakeIn(
                key,
                fact,
                new Learner(
                        key.learnerId(),
                        learner.username(),
                        learner.email(),
                        learner.name(),
                        learner.isActive(),
                        learner.version() == null ? 0 : learner.version(),
                        learner.changedAt() == null ? body.occurredAt() : learner.changedAt()),
                event.cause());
    }
}
