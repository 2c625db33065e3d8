package org.laurel.completion.learner.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.laurel.completion.learner.app.LearnerReplication;
import org.laurel.completion.learner.domain.Enrollment;
import org.laurel.completion.learner.domain.Learner;
import org.laurel.completion.learner.domain.Replica;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.enrollment.EnrollmentChanged;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.events.learner.LearnerSnapshot;
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
        replication.apply(events.stream().map(EnrollmentChangedHandler::replica).toList());
    }

    private static Replica replica(Event<EnrollmentChanged> event) {
        EnrollmentChanged body = event.body();
        LearnerId learnerId = new LearnerId(body.learnerId());
        return new Replica(
                learner(learnerId, body.learner(), body.occurredAt()),
                new Enrollment(
                        learnerId, new CourseKey(body.courseKey()), body.mode(), body.isActive(), body.version()),
                body.occurredAt(),
                event.cause());
    }

    /** Producers that do not tell when the account took on its values knew them at the time of the enrollment. */
    private static Learner learner(LearnerId learnerId, LearnerSnapshot snapshot, Instant enrolledAt) {
        return new Learner(
                learnerId,
                snapshot.username(),
                Objects.requireNonNullElse(snapshot.version(), 0L),
                Objects.requireNonNullElse(snapshot.changedAt(), enrolledAt));
    }
}
