package org.laurel.bridge.course.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.bridge.course.app.CourseNaming;
import org.laurel.bridge.course.domain.CourseName;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.course.CourseRunChanged;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;

/** Routes {@code course-run.changed} to {@link CourseNaming}: Open edX's events carry the course's name. */
@ApplicationScoped
class CourseRunChangedHandler implements EventHandler<CourseRunChanged> {

    private final CourseNaming naming;

    CourseRunChangedHandler(CourseNaming naming) {
        this.naming = naming;
    }

    @Override
    public EventType<CourseRunChanged> type() {
        return EventCatalogue.COURSE_RUN_CHANGED;
    }

    @Override
    public void handle(List<Event<CourseRunChanged>> events) {
        naming.apply(events.stream()
                .map(Event::body)
                .map(body -> new CourseName(
                        new CourseKey(body.courseKey()),
                        body.displayName() == null ? "" : body.displayName(),
                        body.version()))
                .toList());
    }
}
