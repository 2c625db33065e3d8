package org.laurel.programs.learner.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.enrollment.EnrollmentChanged;
import org.laurel.events.key.LearnerId;
import org.laurel.events.learner.LearnerSnapshot;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;
import org.laurel.programs.learner.app.LearnerRecording;
import org.laurel.programs.learner.domain.Learner;

/** Routes the learner snapshot of {@code enrollment.changed} to {@link LearnerRecording}. */
@ApplicationScoped
class EnrollmentChangedHandler implements EventHandler<EnrollmentChanged> {

    private final LearnerRecording recording;

    EnrollmentChangedHandler(LearnerRecording recording) {
        this.recording = recording;
    }

    @Override
    public EventType<EnrollmentChanged> type() {
        return EventCatalogue.ENROLLMENT_CHANGED;
    }

    @Override
    public void handle(List<Event<EnrollmentChanged>> events) {
        recording.apply(events.stream()
                .map(Event::body)
                .map(EnrollmentChangedHandler::learner)
                .toList());
    }

    private static Learner learner(EnrollmentChanged body) {
        LearnerSnapshot snapshot = body.learner();
        return new Learner(
                        new LearnerId(body.learnerId()),
                        snapshot.username(),
                        snapshot.email(),
                        snapshot.name(),
                        snapshot.isActive(),
                        Learner.UNVERSIONED,
                        body.occurredAt())
                .as(snapshot.version(), snapshot.changedAt());
    }
}
