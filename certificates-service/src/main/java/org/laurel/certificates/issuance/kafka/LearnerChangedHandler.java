package org.laurel.certificates.issuance.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.certificates.issuance.app.FactFolding;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.key.LearnerId;
import org.laurel.events.learner.LearnerChanged;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;

/** Routes {@code learner.changed} to {@link FactFolding}. */
@ApplicationScoped
class LearnerChangedHandler implements EventHandler<LearnerChanged> {

    private final FactFolding folding;

    LearnerChangedHandler(FactFolding folding) {
        this.folding = folding;
    }

    @Override
    public EventType<LearnerChanged> type() {
        return EventCatalogue.LEARNER_CHANGED;
    }

    @Override
    public void handle(List<Event<LearnerChanged>> events) {
        folding.apply(events.stream().map(LearnerChangedHandler::command).toList());
    }

    private static FactCommand command(Event<LearnerChanged> event) {
        LearnerChanged body = event.body();
        Learner learner = new Learner(
                new LearnerId(body.learnerId()),
                body.username(),
                body.email(),
                body.name(),
                body.isActive(),
                body.version(),
                body.occurredAt());
        return new FactCommand.Identify(learner, event.cause());
    }
}
