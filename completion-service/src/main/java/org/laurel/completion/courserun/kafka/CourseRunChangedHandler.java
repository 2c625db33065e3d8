package org.laurel.completion.courserun.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.completion.courserun.app.CourseRunReplication;
import org.laurel.completion.courserun.domain.CourseRun;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.course.CourseRunChanged;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;

/** Routes {@code course-run.changed} to {@link CourseRunReplication}. */
@ApplicationScoped
class CourseRunChangedHandler implements EventHandler<CourseRunChanged> {

    private final CourseRunReplication replication;

    CourseRunChangedHandler(CourseRunReplication replication) {
        this.replication = replication;
    }

    @Override
    public EventType<CourseRunChanged> type() {
        return EventCatalogue.COURSE_RUN_CHANGED;
    }

    @Override
    public void handle(List<Event<CourseRunChanged>> events) {
        replication.apply(events.stream()
                .map(Event::body)
                .map(CourseRunChangedHandler::courseRun)
                .toList());
    }

    private static CourseRun courseRun(CourseRunChanged body) {
        return new CourseRun(
                new CourseKey(body.courseKey()),
                body.org(),
                body.displayName(),
                body.mobileAvailable(),
                body.version(),
                body.occurredAt());
    }
}
