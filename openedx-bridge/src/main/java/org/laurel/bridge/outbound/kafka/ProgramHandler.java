package org.laurel.bridge.outbound.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.bridge.outbound.app.ProgramSending;
import org.laurel.bridge.outbound.app.SendingSettings;
import org.laurel.bridge.outbound.app.SiteUser;
import org.laurel.bridge.outbound.domain.ProgramNotice;
import org.laurel.bridge.outbound.domain.Retelling;
import org.laurel.bridge.outbound.domain.Subject;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.key.LearnerId;
import org.laurel.events.program.ProgramCredentialState;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;
import org.laurel.kit.reconcile.Reconciliation;

/** Routes what is told of credentials of programs to {@link ProgramSending}, in the order in which it happened. */
@ApplicationScoped
class ProgramHandler implements EventHandler<ProgramCredentialState> {

    private final ProgramSending sending;
    private final SendingSettings settings;

    ProgramHandler(ProgramSending sending, SendingSettings settings) {
        this.sending = sending;
        this.settings = settings;
    }

    @Override
    public EventType<ProgramCredentialState> type() {
        return EventCatalogue.PROGRAM_CREDENTIAL_AWARDED;
    }

    @Override
    public List<EventType<ProgramCredentialState>> types() {
        return List.of(type(), EventCatalogue.PROGRAM_CREDENTIAL_REVOKED);
    }

    /** Before the transaction, which need not be taken apart then. Whether it is sent after all may be known only there. */
    @Override
    public void screen(Event<ProgramCredentialState> event) {
        if (settings.sends(Subject.Kind.PROGRAM, event.cause())) {
            SiteUser.require(event.body().learnerId());
        }
    }

    @Override
    public void handle(List<Event<ProgramCredentialState>> events) {
        sending.apply(events.stream().map(this::notice).toList());
    }

    private ProgramNotice notice(Event<ProgramCredentialState> event) {
        ProgramCredentialState body = event.body();
        return new ProgramNotice(
                new LearnerId(body.learnerId()),
                event.type().equals(type()),
                body.credentialUuid(),
                body.programUuid(),
                body.programTitle(),
                body.programType(),
                body.availableAt(),
                body.version(),
                Reconciliation.isCorrelation(event.correlationId()) ? Retelling.YES : Retelling.NO,
                body.occurredAt(),
                event.cause());
    }
}
