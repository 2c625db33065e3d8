package org.laurel.bridge.course.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.bridge.course.app.CourseOffering;
import org.laurel.bridge.course.domain.CourseMode;
import org.laurel.bridge.course.domain.ToldModes;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.course.CourseModesChanged;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;

/** Routes {@code course-modes.changed} to {@link CourseOffering}: a site enrolls in a mode that the course run has. */
@ApplicationScoped
class CourseModesChangedHandler implements EventHandler<CourseModesChanged> {

    private final CourseOffering offering;

    CourseModesChangedHandler(CourseOffering offering) {
        this.offering = offering;
    }

    @Override
    public EventType<CourseModesChanged> type() {
        return EventCatalogue.COURSE_MODES_CHANGED;
    }

    @Override
    public void handle(List<Event<CourseModesChanged>> events) {
        offering.apply(events.stream()
                .map(Event::body)
                .map(body -> new ToldModes(new CourseKey(body.courseKey()), modes(body), body.version()))
                .toList());
    }

    private static List<CourseMode> modes(CourseModesChanged body) {
        return body.modes().stream()
                .map(mode -> new CourseMode(mode.slug(), mode.expirationDatetime()))
                .toList();
    }
}
