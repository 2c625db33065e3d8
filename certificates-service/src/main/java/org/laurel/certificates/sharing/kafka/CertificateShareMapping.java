package org.laurel.certificates.sharing.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.laurel.certificates.sharing.domain.CertificateShare;
import org.laurel.events.EventCatalogue;
import org.laurel.events.certificate.CertificateShared;
import org.laurel.kit.outbox.FactMapping;
import org.laurel.kit.outbox.OutgoingEvent;
import org.laurel.kit.page.PublicUrl;

/** Maps a share to the event that tells of it, with the certificate's full address. */
@ApplicationScoped
class CertificateShareMapping implements FactMapping<CertificateShare> {

    private final PublicUrl publicUrl;

    CertificateShareMapping(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    @Override
    public Class<CertificateShare> covers() {
        return CertificateShare.class;
    }

    @Override
    public OutgoingEvent map(CertificateShare share) {
        return OutgoingEvent.of(
                EventCatalogue.CERTIFICATE_SHARED,
                new CertificateShared(
                        share.key().learnerId().value(),
                        share.key().courseKey().value(),
                        share.verifyUuid(),
                        share.mode(),
                        share.network().displayName(),
                        share.address().startsWith("/") ? publicUrl.origin() + share.address() : share.address(),
                        share.occurredAt()));
    }
}
