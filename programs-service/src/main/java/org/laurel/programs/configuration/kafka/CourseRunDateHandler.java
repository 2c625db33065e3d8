package org.laurel.programs.configuration.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.course.CourseRunChanged;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;
import org.laurel.programs.configuration.app.CourseDateRecording;
import org.laurel.programs.configuration.domain.DateFact;

/** Routes the date that {@code course-run.changed} tells to {@link CourseDateRecording}. */
@ApplicationScoped
class CourseRunDateHandler implements EventHandler<CourseRunChanged> {

    private final CourseDateRecording recording;

    CourseRunDateHandler(CourseDateRecording recording) {
        this.recording = recording;
    }

    @Override
    public EventType<CourseRunChanged> type() {
        return EventCatalogue.COURSE_RUN_CHANGED;
    }

    @Override
    public void handle(List<Event<CourseRunChanged>> events) {
        recording.apply(events.stream().map(CourseRunDateHandler::fact).toList());
    }

    private static DateFact fact(Event<CourseRunChanged> event) {
        CourseRunChanged body = event.body();
        return new DateFact(
                new CourseKey(body.courseKey()),
                DateFact.date(
                        body.selfPaced(),
                        body.certificatesDisplayBehavior(),
                        body.end(),
                        body.certificateAvailableDate()),
                event.order(DateFact.TOLD));
    }
}
