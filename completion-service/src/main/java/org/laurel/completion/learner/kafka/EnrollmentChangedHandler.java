package org.laurel.completion.learner.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.completion.learner.app.LearnerReplication;
import org.laurel.completion.learner.domain.Enrollment;
import org.laurel.completion.learner.domain.Learner;
import org.laurel.completion.learner.domain.Replica;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.enrollment.EnrollmentChanged;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;

/** Routes {@code enrollment.changed}, which also says who the learner is, to {@link LearnerReplication}. */
@ApplicationScoped
class EnrollmentChangedHandler implements EventHandler<EnrollmentChanged> {

    private final LearnerReplication replication;

    EnrollmentChangedHandler(LearnerReplication replication) {
        this.replication = replication;
    }

    @Override
    public EventType<EnrollmentChanged> type() {
        return EventCatalogue.ENROLLMENT_CHANGED;
    }

    @Override
    public void handle(List<Event<EnrollmentChanged>> events) {
        replication.apply(events.stream()
                .map(Event::body)
                .map(EnrollmentChangedHandler::replica)
                .toList());
    }

    private static Replica replica(EnrollmentChanged body) {
        LearnerId learnerId = new LearnerId(body.learnerId());
        return new Replica(
                new Learner(learnerId, body.learner().username(), body.occurredAt()),
                new Enrollment(learnerId, new CourseKey(body.courseKey()), body.isActive(), body.version()));
    }
}
