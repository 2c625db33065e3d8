package org.laurel.benchmarks.backbone;

import jakarta.inject.Singleton;
import java.util.List;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.grade.GradeChanged;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;

/** The empty handler: what is left is what the kit does for every event. */
@Singleton
class NoWork implements EventHandler<GradeChanged> {

    @Override
    public EventType<GradeChanged> type() {
        return EventCatalogue.GRADE_CHANGED;
    }

    @Override
    public void handle(List<Event<GradeChanged>> events) {
        // nothing
    }
}
