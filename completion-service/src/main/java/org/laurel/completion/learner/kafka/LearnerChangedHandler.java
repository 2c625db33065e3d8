package org.laurel.completion.learner.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.completion.learner.app.LearnerReplication;
import org.laurel.completion.learner.domain.Learner;
import org.laurel.completion.learner.domain.Replica;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.key.LearnerId;
import org.laurel.events.learner.LearnerChanged;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;

/** Routes {@code learner.changed} to {@link LearnerReplication}. */
@ApplicationScoped
class LearnerChangedHandler implements EventHandler<LearnerChanged> {

    private final LearnerReplication replication;

    LearnerChangedHandler(LearnerReplication replication) {
        this.replication = replication;
    }

    @Override
    public EventType<LearnerChanged> type() {
        return EventCatalogue.LEARNER_CHANGED;
    }

    @Override
    public void handle(List<Event<LearnerChanged>> events) {
        replication.apply(events.stream()
                .map(event ->
                        new Replica(learner(event.body()), null, event.body().occurredAt(), event.cause()))
                .toList());
    }

    private static Learner learner(LearnerChanged body) {
        return new Learner(new LearnerId(body.learnerId()), body.username(), body.version(), body.occurredAt());
    }
}
