package org.laurel.programs.certificate.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.certificate.CourseCertificateState;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;
import org.laurel.programs.certificate.app.CertificateLinking;
import org.laurel.programs.certificate.domain.CertificateLink;

/** Routes where a certificate is, which COURSE_CERT_CHANGED tells, to {@link CertificateLinking}. */
@ApplicationScoped
class CertificateLinkHandler implements EventHandler<CourseCertificateState> {

    private final CertificateLinking linking;

    CertificateLinkHandler(CertificateLinking linking) {
        this.linking = linking;
    }

    @Override
    public EventType<CourseCertificateState> type() {
        return EventCatalogue.COURSE_CERT_CHANGED;
    }

    @Override
    public void handle(List<Event<CourseCertificateState>> events) {
        linking.apply(events.stream()
                .map(Event::body)
                .map(CertificateLinkHandler::link)
                .toList());
    }

    private static CertificateLink link(CourseCertificateState body) {
        return new CertificateLink(
                new LearnerId(body.learnerId()),
                new CourseKey(body.courseKey()),
                body.version(),
                body.status(),
                body.verifyUuid(),
                body.downloadUrl());
    }
}
