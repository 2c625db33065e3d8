package org.laurel.benchmarks.backbone;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.grade.GradeChanged;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;

/** The empty handler: what is left is what the kit does for every event. */
@Singleton
class NoWork implements EventHandler<GradeChanged> {

    private final AtomicLong seen = new AtomicLong();

    /** How many events came here so far, those of transactions that did not commit included. */
    long seen() {
        return seen.get();
    }

    @Override
    public EventType<GradeChanged> type() {
        return EventCatalogue.GRADE_CHANGED;
    }

    @Override
    public void handle(List<Event<GradeChanged>> events) {
        seen.addAndGet(events.size());
    }
}
