package org.laurel.certificates.issuance.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.certificates.issuance.app.FactFolding;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.certificates.learner.domain.CertificatePreferences;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.key.LearnerId;
import org.laurel.events.learner.CertificatePreferencesChanged;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;

/** Routes {@code learner.certificate-preferences.changed} to {@link FactFolding}. */
@ApplicationScoped
class CertificatePreferencesChangedHandler implements EventHandler<CertificatePreferencesChanged> {

    private final FactFolding folding;

    CertificatePreferencesChangedHandler(FactFolding folding) {
        this.folding = folding;
    }

    @Override
    public EventType<CertificatePreferencesChanged> type() {
        return EventCatalogue.CERTIFICATE_PREFERENCES_CHANGED;
    }

    @Override
    public void handle(List<Event<CertificatePreferencesChanged>> events) {
        folding.apply(events.stream()
                .map(CertificatePreferencesChangedHandler::command)
                .toList());
    }

    private static FactCommand command(Event<CertificatePreferencesChanged> event) {
        CertificatePreferencesChanged body = event.body();
        return new FactCommand.Know(
                new LearnerId(body.learnerId()),
                new CertificatePreferences(
                        event.order(CertificatePreferences.KIND),
                        body.allowCertificate(),
                        body.certificateName(),
                        body.useVerifiedName(),
                        body.verifiedName(),
                        body.certificatesVisibleTo(),
                        body.version()),
                event.cause());
    }
}
