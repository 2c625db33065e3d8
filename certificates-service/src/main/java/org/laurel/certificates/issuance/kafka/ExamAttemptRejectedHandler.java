package org.laurel.certificates.issuance.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.certificates.issuance.app.FactFolding;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.grade.ExamAttemptRejected;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;

/** Routes {@code exam-attempt.rejected} to {@link FactFolding}. */
@ApplicationScoped
class ExamAttemptRejectedHandler implements EventHandler<ExamAttemptRejected> {

    private final FactFolding folding;

    ExamAttemptRejectedHandler(FactFolding folding) {
        this.folding = folding;
    }

    @Override
    public EventType<ExamAttemptRejected> type() {
        return EventCatalogue.EXAM_ATTEMPT_REJECTED;
    }

    @Override
    public void handle(List<Event<ExamAttemptRejected>> events) {
        folding.apply(events.stream().map(ExamAttemptRejectedHandler::command).toList());
    }

    private static FactCommand command(Event<ExamAttemptRejected> event) {
        ExamAttemptRejected body = event.body();
        CaseKey key = new CaseKey(new LearnerId(body.learnerId()), new CourseKey(body.courseKey()));
        return new FactCommand.TakeIn(
                key, new Fact.ExamRejected(event.order(Fact.ExamRejected.KIND), body.exam()), null, event.cause());
    }
}
