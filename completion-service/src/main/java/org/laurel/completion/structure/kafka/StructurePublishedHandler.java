package org.laurel.completion.structure.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.laurel.completion.structure.app.StructurePublishing;
import org.laurel.completion.structure.domain.Publication;
import org.laurel.completion.structure.domain.Publish;
import org.laurel.completion.structure.domain.StructureBlock;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.course.Block;
import org.laurel.events.course.CourseStructurePublished;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.event.Event;
import org.laurel.kit.event.EventHandler;
import org.laurel.kit.event.UnprocessableEvent;

/** Routes {@code course-structure.published} to {@link StructurePublishing}. */
@ApplicationScoped
class StructurePublishedHandler implements EventHandler<CourseStructurePublished> {

    private final StructurePublishing publishing;

    StructurePublishedHandler(StructurePublishing publishing) {
        this.publishing = publishing;
    }

    @Override
    public EventType<CourseStructurePublished> type() {
        return EventCatalogue.COURSE_STRUCTURE_PUBLISHED;
    }

    @Override
    public void handle(List<Event<CourseStructurePublished>> events) {
        List<Publication> results = publishing.apply(
                events.stream().map(StructurePublishedHandler::command).toList());
        for (Publication result : results) {
            if (result instanceof Publication.Refused refused) {
                throw new UnprocessableEvent(
                        "invalid_structure",
                        refused.violations().stream()
                                .map(violation -> violation.field() + " " + violation.message())
                                .collect(Collectors.joining("; ")));
            }
        }
    }

    private static Publish command(Event<CourseStructurePublished> event) {
        CourseStructurePublished body = event.body();
        return new Publish(
                new CourseKey(body.courseKey()),
                body.version(),
                body.root(),
                body.blocks().stream().map(StructurePublishedHandler::block).toList(),
                body.occurredAt(),
                false,
                event.cause());
    }

    private static StructureBlock block(Block block) {
        return new StructureBlock(
                block.blockKey(),
                block.type(),
                block.displayName(),
                block.children(),
                block.completionMode(),
                Boolean.TRUE.equals(block.optional()),
                Boolean.TRUE.equals(block.staffOnly()),
                block.groups(),
                block.releaseAt());
    }
}
