package org.laurel.programs.credential.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.certificate.CourseCertificateState;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.events.learner.LearnerSnapshot;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;
import org.laurel.programs.credential.app.CredentialKeeping;
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.credential.domain.CertificateVersion;
import org.laurel.programs.credential.domain.TakeCertificate;
import org.laurel.programs.learner.domain.Learner;

/**
 * Routes COURSE_CERT_CHANGED to {@link CredentialKeeping}. It carries the full state of every version; AWARDED and REVOKED
 * only announce the same versions to others.
 */
@ApplicationScoped
class CourseCertificateChangedHandler implements EventHandler<CourseCertificateState> {

    private final CredentialKeeping keeping;

    CourseCertificateChangedHandler(CredentialKeeping keeping) {
        this.keeping = keeping;
    }

    @Override
    public EventType<CourseCertificateState> type() {
        return EventCatalogue.COURSE_CERT_CHANGED;
    }

    @Override
    public void handle(List<Event<CourseCertificateState>> events) {
        keeping.apply(
                events.stream().map(CourseCertificateChangedHandler::command).toList());
    }

    private static TakeCertificate command(Event<CourseCertificateState> event) {
        CourseCertificateState body = event.body();
        LearnerId learnerId = new LearnerId(body.learnerId());
        LearnerSnapshot learner = body.learner();
        return new TakeCertificate(
                new CaseKey(learnerId, new CourseKey(body.courseKey())),
                new CertificateVersion(
                        body.version(),
                        body.status(),
                        body.mode(),
                        body.availableAt(),
                        body.dateOverride(),
                        body.occurredAt()),
                new Learner(
                                learnerId,
                                learner.username(),
                                learner.email(),
                                learner.name(),
                                learner.isActive(),
                                Learner.UNVERSIONED,
                                body.occurredAt())
                        .as(learner.version(), learner.changedAt()),
                event.cause());
    }
}
