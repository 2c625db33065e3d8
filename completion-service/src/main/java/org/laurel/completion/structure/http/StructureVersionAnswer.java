package org.laurel.completion.structure.http;

import java.time.Instant;
import org.laurel.completion.structure.domain.StructureVersion;

/**
 * One publication of a course run's structure.
 *
 * @param version the publisher's number
 * @param occurredAt when it was published
 * @param publishedBy username, name of a service client, or source of the event
 * @param receivedAt when we heard of it
 * @param blocks how many it has
 * @param counts whether learners' numbers follow it now
 */
public record StructureVersionAnswer(
        long version, Instant occurredAt, String publishedBy, Instant receivedAt, int blocks, boolean counts) {

    static StructureVersionAnswer of(StructureVersion version) {
        return new StructureVersionAnswer(
                version.version(),
                version.occurredAt(),
                version.publishedBy(),
                version.receivedAt(),
                version.blocks(),
                version.counts());
    }
}
