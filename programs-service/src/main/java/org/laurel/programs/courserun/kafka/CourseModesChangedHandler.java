package org.laurel.programs.courserun.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.course.CourseModesChanged;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;
import org.laurel.programs.courserun.app.CourseModeRecording;
import org.laurel.programs.courserun.domain.CourseMode;
import org.laurel.programs.courserun.domain.ToldModes;

/** Routes {@code course-modes.changed} to {@link CourseModeRecording}. */
@ApplicationScoped
class CourseModesChangedHandler implements EventHandler<CourseModesChanged> {

    private final CourseModeRecording recording;

    CourseModesChangedHandler(CourseModeRecording recording) {
        this.recording = recording;
    }

    @Override
    public EventType<CourseModesChanged> type() {
        return EventCatalogue.COURSE_MODES_CHANGED;
    }

    @Override
    public void handle(List<Event<CourseModesChanged>> events) {
        recording.apply(events.stream()
                .map(Event::body)
                .map(CourseModesChangedHandler::told)
                .toList());
    }

    private static ToldModes told(CourseModesChanged body) {
        List<CourseMode> modes =
                body.modes().stream().map(CourseModesChangedHandler::mode).toList();
        return new ToldModes(new CourseKey(body.courseKey()), modes, body.version(), body.occurredAt());
    }

    private static CourseMode mode(org.laurel.events.course.CourseMode mode) {
        return new CourseMode(mode.slug(), mode.name(), mode.minPrice(), mode.currency(), mode.expirationDatetime());
    }
}
