package org.laurel.enrollment.retirement.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.enrollment.retirement.app.ErasureNoting;
import org.laurel.enrollment.retirement.domain.ErasureNews;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.erasure.LearnerErased;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;

/** Routes {@code learner.erased} of all services, this one included. */
@ApplicationScoped
class LearnerErasedHandler implements EventHandler<LearnerErased> {

    private final ErasureNoting noting;

    LearnerErasedHandler(ErasureNoting noting) {
        this.noting = noting;
    }

    @Override
    public EventType<LearnerErased> type() {
        return EventCatalogue.LEARNER_ERASED;
    }

    @Override
    public void handle(List<Event<LearnerErased>> events) {
        noting.apply(events.stream()
                .map(Event::body)
                .map(body -> new ErasureNews(new LearnerId(body.learnerId()), body.service(), body.occurredAt()))
                .toList());
    }
}
