package org.laurel.certificates.mode.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.certificates.mode.app.ModeRecording;
import org.laurel.certificates.mode.domain.CourseMode;
import org.laurel.certificates.mode.domain.CourseModes;
import org.laurel.certificates.mode.domain.ToldModes;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.course.CourseModesChanged;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;

/** Routes {@code course-modes.changed} to {@link ModeRecording}. */
@ApplicationScoped
class CourseModesChangedHandler implements EventHandler<CourseModesChanged> {

    private final ModeRecording recording;

    CourseModesChangedHandler(ModeRecording recording) {
        this.recording = recording;
    }

    @Override
    public EventType<CourseModesChanged> type() {
        return EventCatalogue.COURSE_MODES_CHANGED;
    }

    @Override
    public void handle(List<Event<CourseModesChanged>> events) {
        recording.apply(events.stream().map(CourseModesChangedHandler::told).toList());
    }

    private static ToldModes told(Event<CourseModesChanged> event) {
        CourseModesChanged body = event.body();
        List<CourseMode> modes =
                body.modes().stream().map(CourseModesChangedHandler::mode).toList();
        return new ToldModes(
                new CourseKey(body.courseKey()),
                new CourseModes(modes),
                body.version(),
                body.occurredAt(),
                event.cause());
    }

    private static CourseMode mode(org.laurel.events.course.CourseMode mode) {
        return new CourseMode(mode.slug(), mode.name(), mode.minPrice(), mode.currency(), mode.expirationDatetime());
    }
}
