package org.laurel.enrollment.learner.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.enrollment.fact.domain.FactKind;
import org.laurel.enrollment.learner.domain.Account;
import org.laurel.enrollment.learner.domain.SubmitLearner;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.key.LearnerId;
import org.laurel.events.learner.LearnerSubmitted;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;

/** Routes {@code learner.submitted}. */
@ApplicationScoped
class LearnerSubmittedHandler implements EventHandler<LearnerSubmitted> {

    private final LearnerIntake intake;

    LearnerSubmittedHandler(LearnerIntake intake) {
        this.intake = intake;
    }

    @Override
    public EventType<LearnerSubmitted> type() {
        return EventCatalogue.LEARNER_SUBMITTED;
    }

    @Override
    public void handle(List<Event<LearnerSubmitted>> events) {
        intake.take(events.stream().map(LearnerSubmittedHandler::command).toList());
    }

    private static SubmitLearner command(Event<LearnerSubmitted> event) {
        LearnerSubmitted body = event.body();
        return new SubmitLearner(
                new LearnerId(body.learnerId()),
                new Account(body.username(), body.email(), body.name(), body.isActive()),
                null,
                new BusinessTime.Told(event.order(FactKind.LEARNER_SUBMITTED.rank())),
                event.cause());
    }
}
