package org.laurel.certificates.issuance.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.certificates.issuance.app.FactFolding;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.grade.PassingStatusChanged;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;

/** Routes {@code passing-status.changed} to {@link FactFolding}. */
@ApplicationScoped
class PassingStatusChangedHandler implements EventHandler<PassingStatusChanged> {

    private final FactFolding folding;

    PassingStatusChangedHandler(FactFolding folding) {
        this.folding = folding;
    }

    @Override
    public EventType<PassingStatusChanged> type() {
        return EventCatalogue.PASSING_STATUS_CHANGED;
    }

    @Override
    public void handle(List<Event<PassingStatusChanged>> events) {
        folding.apply(events.stream().map(PassingStatusChangedHandler::command).toList());
    }

    private static FactCommand command(Event<PassingStatusChanged> event) {
        PassingStatusChanged body = event.body();
        CaseKey key = new CaseKey(new LearnerId(body.learnerId()), new CourseKey(body.courseKey()));
        Fact fact = new Fact.PassingStatus(event.order(Fact.PassingStatus.KIND), body.passing(), body.grade());
        return new FactCommand.TakeIn(key, fact, null, event.cause());
    }
}
