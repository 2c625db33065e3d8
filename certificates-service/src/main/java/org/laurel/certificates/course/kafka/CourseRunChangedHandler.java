package org.laurel.certificates.course.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.certificates.course.app.SettingsRecording;
import org.laurel.certificates.course.domain.ArrivedSettings;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.course.CourseRunChanged;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;

/** Routes {@code course-run.changed} to {@link SettingsRecording}. */
@ApplicationScoped
class CourseRunChangedHandler implements EventHandler<CourseRunChanged> {

    private final SettingsRecording recording;

    CourseRunChangedHandler(SettingsRecording recording) {
        this.recording = recording;
    }

    @Override
    public EventType<CourseRunChanged> type() {
        return EventCatalogue.COURSE_RUN_CHANGED;
    }

    @Override
    public void handle(List<Event<CourseRunChanged>> events) {
        recording.apply(events.stream().map(CourseRunChangedHandler::arrived).toList());
    }

    private static ArrivedSettings arrived(Event<CourseRunChanged> event) {
        CourseRunChanged body = event.body();
        return new ArrivedSettings(
                new CourseKey(body.courseKey()),
                new CourseSettings(
                                0,
                                body.version(),
                                body.occurredAt(),
                                body.isCcx(),
                                body.htmlCertificatesEnabled(),
                                body.selfPaced(),
                                body.certificatesDisplayBehavior(),
                                body.certificateAvailableDate(),
                                body.certificatesShowBeforeEnd(),
                                body.end(),
                                body.displayName(),
                                body.org())
                        .normalised(),
                event.cause());
    }
}
