package org.laurel.completion.structure.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a structure means for sums, the same for all learners: which sums a completable block enters, and how much each can
 * reach. Immutable. An event costs a look-up here instead of a walk over the course.
 *
 * @param id of the stored structure
 * @param occurredAt when the structure was published
 * @param size how many blocks the structure has
 * @param aggregates in course order, the course itself first
 * @param shares by the key of the completable block; a block that does not count is not there
 */
public record StructureIndex(
        long id, Instant occurredAt, int size, List<Aggregate> aggregates, Map<String, List<Share>> shares) {

    /** Indexes a structure that keeps the {@link StructureRules}. */
    public static StructureIndex of(long id, CourseStructure structure) {
        return new IndexBuilding(structure).index(id);
    }

    /** The course itself. */
    public Aggregate course() {
        return aggregates.getFirst();
    }

    /** The sums that a block enters; none when it does not count. */
    public List<Share> sharesOf(String blockKey) {
        return shares.getOrDefault(blockKey, List.of());
    }

    /** The block that a share belongs to. */
    public Aggregate aggregate(Share share) {
        return aggregates.get(share.position());
    }

    /** The aggregated blocks of a type, in course order. */
    public List<Aggregate> ofType(String type) {
        return aggregates.stream()
                .filter(aggregate -> aggregate.type().equals(type))
                .toList();
    }
}
