package org.laurel.kit.flow;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.kit.page.CursorPage;

/**
 * Shows how facts about a learner or a course run went their way through this service: which events came in, what was decided,
 * which events went out, in order of time.
 */
@Singleton
public class Flow {

    private static final Comparator<Placed> ORDER = Comparator.comparing(Placed::position);

    private final EventFlow events;
    private final List<FlowSource> sources;
    private final String service;

    Flow(
            EventFlow events,
            @All List<FlowSource> sources,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.events = events;
        this.sources = sources;
        this.service = service;
    }

    private record Placed(FlowPosition position, FlowEntry entry) {}

    /** A page of the flow; empty when nothing is known of the subject. */
    public CursorPage<FlowEntry> page(FlowQuestion asked) {
        FlowQuestion oneMore =
                new FlowQuestion(asked.learnerId(), asked.courseKey(), asked.after(), asked.until(), asked.limit() + 1);
        List<Placed> entries = new ArrayList<>();
        events.after(oneMore).forEach(event -> entries.add(new Placed(event.position(), passed(event))));
        entries.addAll(decided(oneMore));
        entries.sort(ORDER);
        CursorPage<Placed> page = CursorPage.of(
                entries.subList(0, Math.min(entries.size(), asked.limit() + 1)),
                asked.limit(),
                entry -> entry.position().text());
        return new CursorPage<>(page.results().stream().map(Placed::entry).toList(), page.nextCursor());
    }

    private List<Placed> decided(FlowQuestion question) {
        List<FlowStep> steps = sources.stream()
                .flatMap(source -> source.after(question).stream())
                .toList();
        Map<String, String> correlations = events.correlations(question, steps);
        return steps.stream()
                .map(step -> new Placed(
                        step.position(), decided(step, correlations.getOrDefault(step.causeId(), step.causeId()))))
                .toList();
    }

    private FlowEntry decided(FlowStep step, String correlation) {
        return new FlowEntry(
                step.position().at(),
                service,
                "decision",
                step.type(),
                step.summary(),
                step.courseKey(),
                null,
                correlation,
                step.causeId(),
                step.version(),
                null);
    }

    private FlowEntry passed(EventFlow.Passed event) {
        return new FlowEntry(
                event.position().at(),
                service,
                event.received() ? "fact" : "event",
                event.type(),
                event.parked() != null
                        ? "parked: " + event.parked()
                        : event.received() ? "from " + event.source() : "published",
                event.courseKey(),
                event.eventId(),
                event.correlationId(),
                event.causationId(),
                event.version(),
                event.occurredAt());
    }
}
