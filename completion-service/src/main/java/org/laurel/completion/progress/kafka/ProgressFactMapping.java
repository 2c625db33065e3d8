package org.laurel.completion.progress.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import org.laurel.completion.progress.domain.ProgressFact;
import org.laurel.completion.progress.domain.Units;
import org.laurel.events.EventCatalogue;
import org.laurel.events.completion.CompletionProgressed;
import org.laurel.events.completion.CourseCompleted;
import org.laurel.kit.outbox.FactMapping;
import org.laurel.kit.outbox.OutgoingEvent;

/** Maps progress to {@code completion.progressed} and {@code course.completed}. */
@ApplicationScoped
class ProgressFactMapping implements FactMapping<ProgressFact> {

    @Override
    public Class<ProgressFact> covers() {
        return ProgressFact.class;
    }

    @Override
    public OutgoingEvent map(ProgressFact fact) {
        return switch (fact) {
            case ProgressFact.Progressed progressed ->
                OutgoingEvent.of(EventCatalogue.COMPLETION_PROGRESSED, body(progressed), progressed.version());
            case ProgressFact.CompletionCrossed crossed ->
                OutgoingEvent.of(EventCatalogue.COURSE_COMPLETED, body(crossed), crossed.version());
        };
    }

    private static CompletionProgressed body(ProgressFact.Progressed fact) {
        return new CompletionProgressed(
                fact.key().learnerId().value(),
                fact.key().courseKey().value(),
                fact.aggregate().blockKey(),
                fact.aggregate().type(),
                Units.decimal(fact.tally().earned()),
                BigDecimal.valueOf(fact.tally().possible()),
                fact.tally().percentDecimal(),
                fact.version(),
                fact.occurredAt());
    }

    private static CourseCompleted body(ProgressFact.CompletionCrossed fact) {
        return new CourseCompleted(
                fact.key().learnerId().value(), fact.key().courseKey().value(), fact.completed(), fact.occurredAt());
    }
}
