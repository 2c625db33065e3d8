package org.laurel.programs.courserun.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.course.CourseRunChanged;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;
import org.laurel.programs.courserun.app.CourseRunRecording;
import org.laurel.programs.courserun.domain.CourseRun;
import org.laurel.programs.courserun.domain.DisplayBehavior;

/** Routes {@code course-run.changed} to {@link CourseRunRecording}. */
@ApplicationScoped
class CourseRunChangedHandler implements EventHandler<CourseRunChanged> {

    private final CourseRunRecording recording;

    CourseRunChangedHandler(CourseRunRecording recording) {
        this.recording = recording;
    }

    @Override
    public EventType<CourseRunChanged> type() {
        return EventCatalogue.COURSE_RUN_CHANGED;
    }

    @Override
    public void handle(List<Event<CourseRunChanged>> events) {
        recording.apply(events.stream()
                .map(Event::body)
                .map(CourseRunChangedHandler::courseRun)
                .toList());
    }

    private static CourseRun courseRun(CourseRunChanged body) {
        return new CourseRun(
                        new CourseKey(body.courseKey()),
                        body.displayName(),
                        body.org(),
                        body.start(),
                        body.end(),
                        body.enrollmentStart(),
                        body.enrollmentEnd(),
                        body.selfPaced(),
                        DisplayBehavior.of(body.certificatesDisplayBehavior()),
                        body.certificateAvailableDate(),
                        body.certificatesShowBeforeEnd(),
                        body.htmlCertificatesEnabled(),
                        body.invitationOnly(),
                        body.mobileAvailable(),
                        body.isCcx(),
                        body.version(),
                        body.occurredAt())
                .normalised();
    }
}
