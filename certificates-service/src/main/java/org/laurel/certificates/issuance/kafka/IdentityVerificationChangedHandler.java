package org.laurel.certificates.issuance.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.certificates.issuance.app.FactFolding;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.certificates.learner.domain.IdentityVerification;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.identity.IdentityVerificationChanged;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;

/** Routes {@code identity-verification.changed} to {@link FactFolding}. */
@ApplicationScoped
class IdentityVerificationChangedHandler implements EventHandler<IdentityVerificationChanged> {

    private final FactFolding folding;

    IdentityVerificationChangedHandler(FactFolding folding) {
        this.folding = folding;
    }

    @Override
    public EventType<IdentityVerificationChanged> type() {
        return EventCatalogue.IDENTITY_VERIFICATION_CHANGED;
    }

    @Override
    public void handle(List<Event<IdentityVerificationChanged>> events) {
        folding.apply(
                events.stream().map(IdentityVerificationChangedHandler::command).toList());
    }

    private static FactCommand command(Event<IdentityVerificationChanged> event) {
        IdentityVerificationChanged body = event.body();
        return new FactCommand.Know(
                new LearnerId(body.learnerId()),
                new IdentityVerification(event.order(IdentityVerification.KIND), body.status(), body.expiresAt()),
                event.cause());
    }
}
