package org.laurel.bridge.outbound.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.bridge.outbound.app.Meeting;
import org.laurel.bridge.person.domain.Person;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.key.LearnerId;
import org.laurel.events.learner.LearnerChanged;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;

/** Routes {@code learner.changed} to {@link Meeting}. */
@ApplicationScoped
class LearnerChangedHandler implements EventHandler<LearnerChanged> {

    private final Meeting meeting;

    LearnerChangedHandler(Meeting meeting) {
        this.meeting = meeting;
    }

    @Override
    public EventType<LearnerChanged> type() {
        return EventCatalogue.LEARNER_CHANGED;
    }

    @Override
    public void handle(List<Event<LearnerChanged>> events) {
        meeting.apply(events.stream()
                .map(Event::body)
                .map(LearnerChangedHandler::person)
                .toList());
    }

    private static Person person(LearnerChanged body) {
        return new Person(
                new LearnerId(body.learnerId()),
                body.username(),
                body.email(),
                body.name(),
                body.isActive(),
                body.version(),
                body.occurredAt());
    }
}
