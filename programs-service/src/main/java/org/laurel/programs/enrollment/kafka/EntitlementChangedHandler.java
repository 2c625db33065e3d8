package org.laurel.programs.enrollment.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.enrollment.EntitlementChanged;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;
import org.laurel.programs.enrollment.app.EntitlementRecording;
import org.laurel.programs.enrollment.domain.Entitlement;
import org.laurel.programs.enrollment.domain.TakeEntitlement;

/** Routes {@code entitlement.changed} to {@link EntitlementRecording}. */
@ApplicationScoped
class EntitlementChangedHandler implements EventHandler<EntitlementChanged> {

    private final EntitlementRecording recording;

    EntitlementChangedHandler(EntitlementRecording recording) {
        this.recording = recording;
    }

    @Override
    public EventType<EntitlementChanged> type() {
        return EventCatalogue.ENTITLEMENT_CHANGED;
    }

    @Override
    public void handle(List<Event<EntitlementChanged>> events) {
        recording.apply(events.stream()
                .map(Event::body)
                .map(EntitlementChangedHandler::command)
                .toList());
    }

    private static TakeEntitlement command(EntitlementChanged body) {
        String courseKey = body.courseKey();
        return new TakeEntitlement(
                new LearnerId(body.learnerId()),
                new Entitlement(
                        UUID.fromString(body.courseUuid()),
                        body.mode(),
                        courseKey == null ? null : new CourseKey(courseKey)),
                body.expiredAt(),
                body.version(),
                body.occurredAt());
    }
}
