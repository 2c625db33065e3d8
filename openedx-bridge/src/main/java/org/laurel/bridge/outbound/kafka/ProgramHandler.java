package org.laurel.bridge.outbound.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.bridge.outbound.app.ProgramSending;
import org.laurel.bridge.outbound.domain.ProgramNotice;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.key.LearnerId;
import org.laurel.events.program.ProgramCredentialState;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;

/** Routes what is told of credentials of programs to {@link ProgramSending}, in the order in which it happened. */
@ApplicationScoped
class ProgramHandler implements EventHandler<ProgramCredentialState> {

    private final ProgramSending sending;

    ProgramHandler(ProgramSending sending) {
        this.sending = sending;
    }

    @Override
    public EventType<ProgramCredentialState> type() {
        return EventCatalogue.PROGRAM_CREDENTIAL_AWARDED;
    }

    @Override
    public List<EventType<ProgramCredentialState>> types() {
        return List.of(type(), EventCatalogue.PROGRAM_CREDENTIAL_REVOKED);
    }

    @Override
    public void handle(List<Event<ProgramCredentialState>> events) {
        sending.apply(events.stream().map(this::notice).toList());
    }

    /** What waits for its learner must be none that could never be sent, so the id is looked at here already. */
    private ProgramNotice notice(Event<ProgramCredentialState> event) {
        ProgramCredentialState body = event.body();
        OpenEdxUser.require(body.learnerId());
        return new ProgramNotice(
                new LearnerId(body.learnerId()),
                event.type().equals(type()),
                body.credentialUuid(),
                body.programUuid(),
                body.programTitle(),
                body.programType(),
                body.availableAt(),
                body.version(),
                body.occurredAt(),
                event.cause());
    }
}
