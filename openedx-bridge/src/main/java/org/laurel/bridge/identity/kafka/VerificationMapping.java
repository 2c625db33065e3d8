package org.laurel.bridge.identity.kafka;

import jakarta.inject.Singleton;
import org.laurel.bridge.identity.domain.VerificationChanged;
import org.laurel.events.EventCatalogue;
import org.laurel.events.identity.IdentityVerificationChanged;
import org.laurel.kit.outbox.FactMapping;
import org.laurel.kit.outbox.OutgoingEvent;

/** Maps to {@code identity-verification.changed}. */
@Singleton
class VerificationMapping implements FactMapping<VerificationChanged> {

    @Override
    public Class<VerificationChanged> covers() {
        return VerificationChanged.class;
    }

    @Override
    public OutgoingEvent map(VerificationChanged fact) {
        return OutgoingEvent.of(
                EventCatalogue.IDENTITY_VERIFICATION_CHANGED,
                new IdentityVerificationChanged(
                        fact.learnerId().value(),
                        fact.verification().status(),
                        fact.verification().expiresAt(),
                        fact.verification().asOf()),
                fact.version());
    }
}
