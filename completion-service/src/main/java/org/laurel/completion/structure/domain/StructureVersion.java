package org.laurel.completion.structure.domain;

import java.time.Instant;

/**
 * One publication of a course run's structure, without its blocks.
 *
 * @param id under which it is stored; grows with every publication of any course run
 * @param version the publisher's number, which several publications may have
 * @param occurredAt when it was published
 * @param publishedBy username of who published it, a service client's name, or the source of the event
 * @param receivedAt when we heard of it
 * @param blocks how many it has
 * @param counts whether learners' numbers follow it now
 */
public record StructureVersion(
        long id,
        long version,
        Instant occurredAt,
        String publishedBy,
        Instant receivedAt,
        int blocks,
        boolean counts) {}
