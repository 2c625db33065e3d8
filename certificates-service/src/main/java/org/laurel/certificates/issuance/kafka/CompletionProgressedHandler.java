package org.laurel.certificates.issuance.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import org.laurel.certificates.issuance.app.CompletionRecording;
import org.laurel.certificates.issuance.app.CompletionRecording.Progress;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.completion.CompletionProgressed;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;

/** Routes {@code completion.progressed} of whole course runs to {@link CompletionRecording}; of chapters and below nothing counts. */
@ApplicationScoped
class CompletionProgressedHandler implements EventHandler<CompletionProgressed> {

    private static final String COURSE = "course";

    private final CompletionRecording recording;

    CompletionProgressedHandler(CompletionRecording recording) {
        this.recording = recording;
    }

    @Override
    public EventType<CompletionProgressed> type() {
        return EventCatalogue.COMPLETION_PROGRESSED;
    }

    @Override
    public void handle(List<Event<CompletionProgressed>> events) {
        recording.apply(events.stream()
                .filter(event -> event.body().type().equals(COURSE))
                .map(CompletionProgressedHandler::progress)
                .toList());
    }

    private static Progress progress(Event<CompletionProgressed> event) {
        CompletionProgressed body = event.body();
        FactOrder order = new FactOrder(
                body.occurredAt(),
                body.version(),
                Fact.Progressed.KIND,
                event.source().toString(),
                event.id());
        return new Progress(
                new CaseKey(new LearnerId(body.learnerId()), new CourseKey(body.courseKey())),
                new Fact.Progressed(order, completed(body)),
                event.cause());
    }

    /** Where nothing can be completed the percentage is 1, and nobody has earned anything by that. */
    private static BigDecimal completed(CompletionProgressed body) {
        return body.possible().signum() == 0 ? BigDecimal.ZERO : body.percent();
    }
}
