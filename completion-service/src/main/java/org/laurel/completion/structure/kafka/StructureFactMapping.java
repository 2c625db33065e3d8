package org.laurel.completion.structure.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.laurel.completion.structure.domain.CourseStructure;
import org.laurel.completion.structure.domain.StructureBlock;
import org.laurel.completion.structure.domain.StructureFact;
import org.laurel.events.EventCatalogue;
import org.laurel.events.course.Block;
import org.laurel.events.course.CourseStructurePublished;
import org.laurel.kit.outbox.FactMapping;
import org.laurel.kit.outbox.OutgoingEvent;

/** Maps what is published here to {@code course-structure.published}. */
@ApplicationScoped
class StructureFactMapping implements FactMapping<StructureFact> {

    @Override
    public Class<StructureFact> covers() {
        return StructureFact.class;
    }

    @Override
    public OutgoingEvent map(StructureFact fact) {
        CourseStructure structure = fact.structure();
        CourseStructurePublished body = new CourseStructurePublished(
                structure.courseKey().value(),
                structure.version(),
                structure.root(),
                structure.blocks().stream().map(StructureFactMapping::block).toList(),
                structure.occurredAt());
        return OutgoingEvent.of(EventCatalogue.COURSE_STRUCTURE_PUBLISHED, body, structure.version());
    }

    private static Block block(StructureBlock block) {
        return new Block(
                block.blockKey(),
                block.type(),
                block.displayName(),
                block.children(),
                block.completionMode(),
                block.optional(),
                block.staffOnly(),
                block.groups(),
                block.releaseAt());
    }
}
