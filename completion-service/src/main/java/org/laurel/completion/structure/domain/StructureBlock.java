package org.laurel.completion.structure.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One block of a course structure, as it was published.
 *
 * @param children keys of the blocks directly below, in order
 * @param completionMode what the block declares, null for what its type usually has
 * @param optional whether the block and all below it stay out of the totals and are counted beside them
 * @param staffOnly whether only course staff see the block and all below it
 * @param groups slugs of enrollment modes, ids and names of cohorts, ignoring case: members of one of them see the block and
 *     all below it; null when everybody does
 * @param releaseAt from when learners see the block and all below it, null for at once
 */
public record StructureBlock(
        String blockKey,
        String type,
        @Nullable String displayName,
        List<String> children,
        @Nullable String completionMode,
        boolean optional,
        boolean staffOnly,
        @Nullable List<String> groups,
        @Nullable Instant releaseAt) {

    public StructureBlock {
        children = List.copyOf(children);
        groups = groups == null ? null : List.copyOf(groups);
    }
}
