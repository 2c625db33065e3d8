package org.laurel.completion.structure.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;

/**
 * Take in the structure of a course run.
 *
 * @param version null for one more than the newest
 * @param occurredAt null for now
 * @param announce whether others have to be told: true for what comes by REST, false for what everybody reads from Kafka
 */
public record Publish(
        CourseKey courseKey,
        @Nullable Long version,
        String root,
        List<StructureBlock> blocks,
        @Nullable Instant occurredAt,
        boolean announce,
        Cause cause) {

    public Publish {
        blocks = List.copyOf(blocks);
    }

    /** The structure, with what the command leaves open filled in so that it follows the newest. */
    public CourseStructure following(@Nullable PublicationHead newest, Instant now) {
        long next = newest == null ? 1 : newest.version() + 1;
        Instant time = newest == null || now.isAfter(newest.occurredAt()) ? now : newest.occurredAt();
        return new CourseStructure(
                courseKey, version == null ? next : version, root, blocks, occurredAt == null ? time : occurredAt);
    }
}
