package org.laurel.completion.statistics.domain;

import java.util.List;
import org.laurel.completion.structure.domain.Profile;

/**
 * What the numbers of a course run have to follow to be current.
 *
 * @param structureId of the stored structure, 0 before one is known
 * @param typesVersion of the registry of block types
 */
public record Newest(long structureId, long typesVersion) {

    /** Before a structure is known. */
    public static final Newest UNKNOWN = new Newest(0, 0);

    /** How many of the learners' numbers follow an older structure or registry. */
    public long behind(List<LearnersTotal> learners) {
        return learners.stream()
                .filter(part -> isBehind(part.item().profile()))
                .mapToLong(part -> part.totals().learners())
                .sum();
    }

    private boolean isBehind(Profile profile) {
        return profile.structureId() != structureId || (structureId != 0 && profile.typesVersion() != typesVersion);
    }
}
