package org.laurel.certificates.issuance.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.domain.Certificate;
import org.laurel.certificates.issuance.domain.CertificateFact;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.certificate.CourseCertificateState;
import org.laurel.events.learner.LearnerSnapshot;
import org.laurel.kit.outbox.FactMapping;
import org.laurel.kit.outbox.OutgoingEvent;

/** Maps certificate facts to COURSE_CERT_CHANGED, COURSE_CERT_AWARDED and COURSE_CERT_REVOKED. */
@ApplicationScoped
class CertificateFactMapping implements FactMapping<CertificateFact> {

    private static final int LONGEST_USERNAME = 150;

    @Override
    public Class<CertificateFact> covers() {
        return CertificateFact.class;
    }

    @Override
    public OutgoingEvent map(CertificateFact fact) {
        EventType<CourseCertificateState> type = switch (fact) {
            case CertificateFact.Changed changed -> EventCatalogue.COURSE_CERT_CHANGED;
            case CertificateFact.Awarded awarded -> EventCatalogue.COURSE_CERT_AWARDED;
            case CertificateFact.Revoked revoked -> EventCatalogue.COURSE_CERT_REVOKED;
        };
        return OutgoingEvent.of(type, body(fact.state()), fact.state().version());
    }

    private static CourseCertificateState body(CertificateFact.State state) {
        Certificate certificate = state.certificate();
        Learner learner = state.learner();
        return new CourseCertificateState(
                learner.id().value(),
                state.courseKey().value(),
                certificate.mode(),
                certificate.status().slug(),
                slug(state.previousStatus()),
                certificate.grade().isEmpty() ? null : new BigDecimal(certificate.grade()),
                certificate.name(),
                state.verifyUuid(),
                state.downloadUrl(),
                certificate.createdAt(),
                certificate.modifiedAt(),
                state.availableAt(),
                state.dateOverride(),
                certificate.generationMode().slug(),
                certificate.reason().slug(),
                state.version(),
                new LearnerSnapshot(
                        learner.id().value(),
                        username(learner),
                        learner.email(),
                        learner.name(),
                        learner.active(),
                        learner.version(),
                        learner.occurredAt()),
                state.occurredAt());
    }

    /** An imported certificate's learner may not be known here yet, and a retired one has no username: the id stands in. */
    private static String username(Learner learner) {
        String id = learner.id().value();
        return learner.username().isEmpty()
                ? id.substring(0, Math.min(id.length(), LONGEST_USERNAME))
                : learner.username();
    }

    private static @Nullable String slug(@Nullable CertificateStatus status) {
        return status == null ? null : status.slug();
    }
}
