package org.laurel.certificates.role.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.certificates.role.app.RoleRecording;
import org.laurel.certificates.role.domain.CourseRole;
import org.laurel.certificates.role.domain.RoleScope;
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
        recording.apply(events.stream()
                .map(Event::body)
                .map(CourseRoleChangedHandler::version)
                .toList());
    }

    private static CourseRole version(CourseRoleChanged body) {
        return new CourseRole(
                new LearnerId(body.learnerId()),
                body.role(),
                scope(body),
                body.isMember(),
                body.version(),
                body.occurredAt());
    }

    private static RoleScope scope(CourseRoleChanged body) {
        String courseKey = body.courseKey();
        return courseKey == null ? new RoleScope.Organisation(body.org()) : new RoleScope.Run(new CourseKey(courseKey));
    }
}
