package org.laurel.enrollment.learner.kafka;

import jakarta.inject.Singleton;
import org.laurel.enrollment.learner.domain.Account;
import org.laurel.enrollment.learner.domain.CertificatePreferences;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.enrollment.learner.domain.LearnerFact;
import org.laurel.enrollment.learner.domain.LearnerFact.AccountChanged;
import org.laurel.enrollment.learner.domain.LearnerFact.PreferencesChanged;
import org.laurel.events.EventCatalogue;
import org.laurel.events.learner.CertificatePreferencesChanged;
import org.laurel.events.learner.LearnerChanged;
import org.laurel.kit.outbox.FactMapping;
import org.laurel.kit.outbox.OutgoingEvent;

/** Tells facts about learners as {@code learner.changed} and {@code learner.certificate-preferences.changed}. */
@Singleton
class LearnerFactMapping implements FactMapping<LearnerFact> {

    @Override
    public Class<LearnerFact> covers() {
        return LearnerFact.class;
    }

    @Override
    public OutgoingEvent map(LearnerFact fact) {
        return switch (fact) {
            case AccountChanged changed ->
                OutgoingEvent.of(
                        EventCatalogue.LEARNER_CHANGED,
                        account(changed),
                        changed.learner().version());
            case PreferencesChanged changed ->
                OutgoingEvent.of(
                        EventCatalogue.CERTIFICATE_PREFERENCES_CHANGED,
                        preferences(changed),
                        changed.learner().preferencesVersion());
        };
    }

    private static LearnerChanged account(AccountChanged fact) {
        Learner learner = fact.learner();
        Account account = learner.account();
        return new LearnerChanged(
                learner.id().value(),
                account.username(),
                account.email(),
                account.name(),
                account.isActive(),
                learner.version(),
                fact.occurredAt());
    }

    private static CertificatePreferencesChanged preferences(PreferencesChanged fact) {
        Learner learner = fact.learner();
        CertificatePreferences preferences = learner.preferences();
        return new CertificatePreferencesChanged(
                learner.id().value(),
                preferences.allowCertificate(),
                preferences.certificateName(),
                preferences.useVerifiedName(),
                preferences.verifiedName(),
                preferences.visibleTo(),
                learner.preferencesVersion(),
                fact.occurredAt());
    }
}
