package org.laurel.bridge.outbound.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.laurel.bridge.outbound.app.CourseSending;
import org.laurel.bridge.outbound.app.SendingSettings;
import org.laurel.bridge.outbound.app.SiteUser;
import org.laurel.bridge.outbound.domain.EnrollmentStep;
import org.laurel.bridge.outbound.domain.EnrollmentStep.Standing;
import org.laurel.bridge.outbound.domain.Notice;
import org.laurel.bridge.outbound.domain.Retelling;
import org.laurel.bridge.outbound.domain.Subject;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.enrollment.EnrollmentChanged;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;

/** Routes {@code enrollment.changed} to {@link CourseSending}. */
@ApplicationScoped
class EnrollmentChangedHandler implements EventHandler<EnrollmentChanged> {

    private final CourseSending sending;
    private final SendingSettings settings;

    EnrollmentChangedHandler(CourseSending sending, SendingSettings settings) {
        this.sending = sending;
        this.settings = settings;
    }

    @Override
    public EventType<EnrollmentChanged> type() {
        return EventCatalogue.ENROLLMENT_CHANGED;
    }

    @Override
    public void screen(Event<EnrollmentChanged> event) {
        if (settings.sends(Subject.Kind.ENROLLMENT, event.cause())) {
            SiteUser.require(event.body().learner().learnerId());
        }
    }

    @Override
    public void handle(List<Event<EnrollmentChanged>> events) {
        sending.apply(events.stream().map(EnrollmentChangedHandler::notice).toList());
    }

    private static Notice.OfEnrollment notice(Event<EnrollmentChanged> event) {
        EnrollmentChanged body = event.body();
        Instant createdAt = body.createdAt() == null ? body.occurredAt() : body.createdAt();
        Standing before = EnrollmentStep.standing(body.previousMode(), body.previousIsActive());
        Standing after = new Standing(body.mode(), body.isActive());
        return new Notice.OfEnrollment(
                Snapshots.person(body.learner(), body.occurredAt()),
                new CourseKey(body.courseKey()),
                before,
                after,
                createdAt,
                body.version(),
                after.equals(before) ? Retelling.YES : Retelling.NO,
                body.occurredAt(),
                event.cause());
    }
}
