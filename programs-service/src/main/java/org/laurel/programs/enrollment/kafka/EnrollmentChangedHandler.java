package org.laurel.programs.enrollment.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.enrollment.EnrollmentChanged;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.events.learner.LearnerSnapshot;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.enrollment.app.EnrollmentRecording;
import org.laurel.programs.enrollment.domain.TakeEnrollment;
import org.laurel.programs.learner.domain.Learner;

/** Routes {@code enrollment.changed}, which also says who the learner is, to {@link EnrollmentRecording}. */
@ApplicationScoped
class EnrollmentChangedHandler implements EventHandler<EnrollmentChanged> {

    private final EnrollmentRecording recording;

    EnrollmentChangedHandler(EnrollmentRecording recording) {
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
                .map(EnrollmentChangedHandler::command)
                .toList());
    }

    private static TakeEnrollment command(EnrollmentChanged body) {
        return new TakeEnrollment(
                new CaseKey(new LearnerId(body.learnerId()), new CourseKey(body.courseKey())),
                body.mode(),
                body.isActive(),
                body.version(),
                body.occurredAt(),
                learner(body));
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
