package org.laurel.certificates.issuance.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.certificates.issuance.app.FactFolding;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.grade.GradeChanged;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;

/** Routes {@code grade.changed} to {@link FactFolding}: the grade that a later grant puts on the certificate. */
@ApplicationScoped
class GradeChangedHandler implements EventHandler<GradeChanged> {

    private final FactFolding folding;

    GradeChangedHandler(FactFolding folding) {
        this.folding = folding;
    }

    @Override
    public EventType<GradeChanged> type() {
        return EventCatalogue.GRADE_CHANGED;
    }

    @Override
    public void handle(List<Event<GradeChanged>> events) {
        folding.apply(events.stream().map(GradeChangedHandler::command).toList());
    }

    private static FactCommand command(Event<GradeChanged> event) {
        GradeChanged body = event.body();
        CaseKey key = new CaseKey(new LearnerId(body.learnerId()), new CourseKey(body.courseKey()));
        return new FactCommand.TakeIn(
                key, new Fact.Graded(event.order(Fact.Graded.KIND), body.grade()), null, event.cause());
    }
}
