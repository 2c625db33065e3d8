package org.laurel.kit.retirement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.key.LearnerId;
import org.laurel.events.learner.LearnerRetired;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;

/** Routes {@code learner.retired} to {@link Retirement}. */
@ApplicationScoped
class LearnerRetiredHandler implements EventHandler<LearnerRetired> {

    private final Retirement retirement;

    LearnerRetiredHandler(Retirement retirement) {
        this.retirement = retirement;
    }

    @Override
    public EventType<LearnerRetired> type() {
        return EventCatalogue.LEARNER_RETIRED;
    }

    @Override
    public void handle(List<Event<LearnerRetired>> events) {
        retirement.apply(events.stream()
                .map(event -> new Retire(
                        new LearnerId(event.body().learnerId()), event.body().occurredAt(), event.cause()))
                .toList());
    }
}
