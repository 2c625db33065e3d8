package org.laurel.completion.structure.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.completion.structure.app.StaleNoticing;
import org.laurel.completion.structure.domain.StaleBlock;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.course.CourseStructureStale;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;

/** Routes {@code course-structure.stale} to {@link StaleNoticing}. */
@ApplicationScoped
class StructureStaleHandler implements EventHandler<CourseStructureStale> {

    private final StaleNoticing noticing;

    StructureStaleHandler(StaleNoticing noticing) {
        this.noticing = noticing;
    }

    @Override
    public EventType<CourseStructureStale> type() {
        return EventCatalogue.COURSE_STRUCTURE_STALE;
    }

    @Override
    public void handle(List<Event<CourseStructureStale>> events) {
        noticing.apply(events.stream()
                .map(Event::body)
                .map(body -> new StaleBlock(new CourseKey(body.courseKey()), body.blockKey(), body.occurredAt()))
                .toList());
    }
}
