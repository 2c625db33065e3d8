package org.laurel.completion.structure.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One block of a course structure, as it was published.
 *
 * @param children keys of the blocks directly below, in order
 * @param completionMode what the block declares, null for what its type usually has
 * @param optional whether the block and all below it stay out of the totals
 * @param staffOnly whether only course staff see the block and all below it
 * @param groups who sees the block, null when everybody does; kept, not yet applied
 * @param releaseAt from when learners see the block, null for at once; kept, not yet applied
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

    /** The types whose sums are kept and told (completion, configured block types). */
    public static final Set<String> AGGREGATED_TYPES = Set.of("course", "chapter", "sequential", "vertical");

    public StructureBlock {
        children = List.copyOf(children);
        groups = groups == null ? null : List.copyOf(groups);
    }

    /** How the block counts. */
    public CompletionMode mode() {
        return CompletionMode.of(type, completionMode);
    }

    /** Whether the block, or what lies below it, enters the totals of learners. */
    boolean counts() {
        return !optional && !staffOnly && mode() != CompletionMode.EXCLUDED;
    }

    /** Whether the block's sum is kept and told; other aggregators are only summed through. */
    boolean keepsSum() {
        return mode() == CompletionMode.AGGREGATOR && AGGREGATED_TYPES.contains(type);
    }
}
