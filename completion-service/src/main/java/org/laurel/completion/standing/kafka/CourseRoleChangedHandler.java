package org.laurel.completion.standing.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.completion.standing.app.RoleRecording;
import org.laurel.completion.standing.app.RoleRecording.Told;
import org.laurel.completion.standing.domain.CourseRole;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.enrollment.CourseRoleChanged;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;

/** Routes {@code course-role.changed} to {@link RoleRecording}. */
@ApplicationScoped
class CourseRoleChangedHandler implements EventHandler<CourseRoleChanged> {

    private final RoleRecording recording;

    CourseRoleChangedHandler(RoleRecording recording) {
        this.recording = recording;
    }

    @Override
    public EventType<CourseRoleChanged> type() {
        return EventCatalogue.COURSE_ROLE_CHANGED;
    }

    @Override
    public void handle(List<Event<CourseRoleChanged>> events) {
        recording.apply(events.stream().map(CourseRoleChangedHandler::told).toList());
    }

    private static Told told(Event<CourseRoleChanged> event) {
        CourseRoleChanged body = event.body();
        CourseRole role = new CourseRole(
                new LearnerId(body.learnerId()),
                body.courseKey() == null ? null : new CourseKey(body.courseKey()),
                body.org(),
                body.role(),
                body.isMember(),
                body.version());
        return new Told(role, body.occurredAt(), event.cause());
    }
}
