package org.laurel.certificates.page.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.laurel.certificates.issuance.domain.CertificateLinks;
import org.laurel.certificates.page.domain.Visit;
import org.laurel.events.EventCatalogue;
import org.laurel.events.certificate.CertificateEvidenceVisited;
import org.laurel.kit.outbox.FactMapping;
import org.laurel.kit.outbox.OutgoingEvent;

/** Maps a visit to {@code certificate.evidence-visited}. */
@ApplicationScoped
class VisitMapping implements FactMapping<Visit> {

    @Override
    public Class<Visit> covers() {
        return Visit.class;
    }

    @Override
    public OutgoingEvent map(Visit visit) {
        return OutgoingEvent.of(
                EventCatalogue.CERTIFICATE_EVIDENCE_VISITED,
                new CertificateEvidenceVisited(
                        visit.key().learnerId().value(),
                        visit.key().courseKey().value(),
                        visit.verifyUuid(),
                        visit.mode(),
                        visit.socialNetwork(),
                        CertificateLinks.page(visit.verifyUuid()),
                        visit.at()));
    }
}
