package org.laurel.completion.standing.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.completion.standing.app.CohortRecording;
import org.laurel.completion.standing.app.CohortRecording.Told;
import org.laurel.completion.standing.domain.CohortMembership;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.enrollment.CohortMembershipChanged;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;

/** Routes {@code cohort-membership.changed} to {@link CohortRecording}. */
@ApplicationScoped
class CohortMembershipChangedHandler implements EventHandler<CohortMembershipChanged> {

    private final CohortRecording recording;

    CohortMembershipChangedHandler(CohortRecording recording) {
        this.recording = recording;
    }

    @Override
    public EventType<CohortMembershipChanged> type() {
        return EventCatalogue.COHORT_MEMBERSHIP_CHANGED;
    }

    @Override
    public void handle(List<Event<CohortMembershipChanged>> events) {
        recording.apply(
                events.stream().map(CohortMembershipChangedHandler::told).toList());
    }

    private static Told told(Event<CohortMembershipChanged> event) {
        CohortMembershipChanged body = event.body();
        CohortMembership membership = new CohortMembership(
                new LearnerId(body.learnerId()),
                body.courseKey() == null ? null : new CourseKey(body.courseKey()),
                body.org(),
                body.cohortId(),
                body.cohortName(),
                body.isMember(),
                body.version());
        return new Told(membership, body.occurredAt(), event.cause());
    }
}
