package org.laurel.bridge.outbound.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.bridge.outbound.app.CourseSending;
import org.laurel.bridge.outbound.app.SendingSettings;
import org.laurel.bridge.outbound.app.SiteUser;
import org.laurel.bridge.outbound.domain.FactKind;
import org.laurel.bridge.outbound.domain.Notice;
import org.laurel.bridge.outbound.domain.Retelling;
import org.laurel.bridge.outbound.domain.Subject;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.certificate.CourseCertificateState;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;
import org.laurel.kit.reconcile.Reconciliation;

/** Routes the three things that are told of certificates to {@link CourseSending}, in the order in which they happened. */
@ApplicationScoped
class CertificateHandler implements EventHandler<CourseCertificateState> {

    private final CourseSending sending;
    private final SendingSettings settings;

    CertificateHandler(CourseSending sending, SendingSettings settings) {
        this.sending = sending;
        this.settings = settings;
    }

    @Override
    public EventType<CourseCertificateState> type() {
        return EventCatalogue.COURSE_CERT_CHANGED;
    }

    @Override
    public List<EventType<CourseCertificateState>> types() {
        return List.of(type(), EventCatalogue.COURSE_CERT_AWARDED, EventCatalogue.COURSE_CERT_REVOKED);
    }

    @Override
    public void screen(Event<CourseCertificateState> event) {
        if (settings.sends(Subject.Kind.CERTIFICATE, event.cause())) {
            SiteUser.require(event.body().learner().learnerId());
        }
    }

    @Override
    public void handle(List<Event<CourseCertificateState>> events) {
        sending.apply(events.stream().map(CertificateHandler::notice).toList());
    }

    private static Notice.OfCertificate notice(Event<CourseCertificateState> event) {
        CourseCertificateState body = event.body();
        return new Notice.OfCertificate(
                kind(event.type()),
                Snapshots.person(body.learner(), body.occurredAt()),
                new CourseKey(body.courseKey()),
                body.mode(),
                body.status(),
                body.grade(),
                body.name(),
                body.downloadUrl(),
                body.version(),
                retelling(event),
                body.occurredAt(),
                event.cause());
    }

    private static FactKind kind(EventType<CourseCertificateState> type) {
        if (type.equals(EventCatalogue.COURSE_CERT_AWARDED)) {
            return FactKind.AWARDED;
        }
        return type.equals(EventCatalogue.COURSE_CERT_REVOKED) ? FactKind.REVOKED : FactKind.CHANGED;
    }

    /** Whoever tells again sends a change from what is to what is. A new grade is one, too, but of another version. */
    private static Retelling retelling(Event<CourseCertificateState> event) {
        CourseCertificateState body = event.body();
        if (kind(event.type()) != FactKind.CHANGED || !body.status().equals(body.previousStatus())) {
            return Retelling.NO;
        }
        return Reconciliation.isCorrelation(event.correlationId()) ? Retelling.YES : Retelling.IF_KNOWN;
    }
}
