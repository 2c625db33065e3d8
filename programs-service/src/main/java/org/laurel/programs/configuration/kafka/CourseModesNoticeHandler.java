package org.laurel.programs.configuration.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.course.CourseModesChanged;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;
import org.laurel.programs.configuration.app.CourseModesNoticing;

/** Routes {@code course-modes.changed} to {@link CourseModesNoticing}; what the modes are is kept elsewhere. */
@ApplicationScoped
class CourseModesNoticeHandler implements EventHandler<CourseModesChanged> {

    private final CourseModesNoticing noticing;

    CourseModesNoticeHandler(CourseModesNoticing noticing) {
        this.noticing = noticing;
    }

    @Override
    public EventType<CourseModesChanged> type() {
        return EventCatalogue.COURSE_MODES_CHANGED;
    }

    @Override
    public void handle(List<Event<CourseModesChanged>> events) {
        noticing.apply(events.stream()
                .map(event -> new CourseKey(event.body().courseKey()))
                .distinct()
                .toList());
    }
}
