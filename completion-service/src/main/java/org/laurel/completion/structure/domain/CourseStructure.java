package org.laurel.completion.structure.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.laurel.events.key.CourseKey;

/**
 * A course run's blocks as they were published: a directed graph without cycles, in which a block may have several parents.
 *
 * @param version the publisher's number
 * @param root key of the topmost block
 * @param blocks every block, the root included, in any order
 * @param occurredAt when it was published, cut to microseconds
 */
public record CourseStructure(
        CourseKey courseKey, long version, String root, List<StructureBlock> blocks, Instant occurredAt) {

    public CourseStructure {
        blocks = List.copyOf(blocks);
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
    }
}
