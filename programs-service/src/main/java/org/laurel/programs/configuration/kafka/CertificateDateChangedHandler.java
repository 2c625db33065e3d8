package org.laurel.programs.configuration.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.certificate.CertificateDateChanged;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;
import org.laurel.programs.configuration.app.CourseDateRecording;
import org.laurel.programs.configuration.domain.DateFact;

/** Routes the date that {@code course-cert.date-changed} tells to {@link CourseDateRecording}. */
@ApplicationScoped
class CertificateDateChangedHandler implements EventHandler<CertificateDateChanged> {

    private final CourseDateRecording recording;

    CertificateDateChangedHandler(CourseDateRecording recording) {
        this.recording = recording;
    }

    @Override
    public EventType<CertificateDateChanged> type() {
        return EventCatalogue.COURSE_CERT_DATE_CHANGE;
    }

    @Override
    public void handle(List<Event<CertificateDateChanged>> events) {
        recording.apply(events.stream().map(CertificateDateChangedHandler::fact).toList());
    }

    private static DateFact fact(Event<CertificateDateChanged> event) {
        CertificateDateChanged body = event.body();
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
