package org.laurel.programs.page.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.key.LearnerId;
import org.laurel.events.learner.CertificatePreferencesChanged;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;
import org.laurel.programs.page.app.PreferenceRecording;
import org.laurel.programs.page.domain.CertificatePreference;

/** Routes {@code learner.certificate-preferences.changed} to {@link PreferenceRecording}. */
@ApplicationScoped
class CertificatePreferencesHandler implements EventHandler<CertificatePreferencesChanged> {

    private final PreferenceRecording recording;

    CertificatePreferencesHandler(PreferenceRecording recording) {
        this.recording = recording;
    }

    @Override
    public EventType<CertificatePreferencesChanged> type() {
        return EventCatalogue.CERTIFICATE_PREFERENCES_CHANGED;
    }

    @Override
    public void handle(List<Event<CertificatePreferencesChanged>> events) {
        recording.apply(events.stream()
                .map(Event::body)
                .map(CertificatePreferencesHandler::preference)
                .toList());
    }

    private static CertificatePreference preference(CertificatePreferencesChanged body) {
        return new CertificatePreference(
                new LearnerId(body.learnerId()),
                body.certificateName(),
                body.useVerifiedName(),
                body.verifiedName(),
                body.version(),
                body.occurredAt());
    }
}
