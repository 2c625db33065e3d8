package org.laurel.programs.learner.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.key.LearnerId;
import org.laurel.events.learner.LearnerChanged;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;
import org.laurel.programs.learner.app.LearnerRecording;
import org.laurel.programs.learner.domain.Learner;

/**
 * Routes {@code learner.changed} to {@link LearnerRecording}. It may come before the learner's first enrollment, which travels on
 * another topic, so learners who are not known yet are kept as well.
 */
@ApplicationScoped
class LearnerChangedHandler implements EventHandler<LearnerChanged> {

    private final LearnerRecording recording;

    LearnerChangedHandler(LearnerRecording recording) {
        this.recording = recording;
    }

    @Override
    public EventType<LearnerChanged> type() {
        return EventCatalogue.LEARNER_CHANGED;
    }

    @Override
    public void handle(List<Event<LearnerChanged>> events) {
        recording.apply(events.stream()
                .map(Event::body)
                .map(LearnerChangedHandler::learner)
                .toList());
    }

    private static Learner learner(LearnerChanged body) {
        return new Learner(
                new LearnerId(body.learnerId()),
                body.username(),
                body.email(),
                body.name(),
                body.isActive(),
                body.version(),
                body.occurredAt());
    }
}
