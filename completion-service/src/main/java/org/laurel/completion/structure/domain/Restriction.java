package org.laurel.completion.structure.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who sees a block and all below it. Course staff do in any case.
 *
 * @param staffOnly whether only they do
 * @param groups to one of which a learner has to belong, in lower case; null when none is needed
 * @param releaseAt from when learners see it, null for at once
 */
record Restriction(
        boolean staffOnly,
        @Nullable Set<String> groups,
        @Nullable Instant releaseAt) {

    /** The restriction of a block, null when everybody sees it. */
    static @Nullable Restriction of(StructureBlock block) {
        if (!block.staffOnly() && block.groups() == null && block.releaseAt() == null) {
            return null;
        }
        return new Restriction(block.staffOnly(), lowerCase(block.groups()), block.releaseAt());
    }

    /** Whether learners of these groups see the block once it is released. */
    boolean admits(Set<String> memberOf) {
        return !staffOnly && (groups == null || !Collections.disjoint(groups, memberOf));
    }

    /**
     * Whether the block is released.
     *
     * @param override the time that holds for the learner instead of the block's, null for the block's
     */
    boolean isReleased(@Nullable Instant override, Instant now) {
        Instant time = override == null ? releaseAt : override;
        return time == null || !time.isAfter(now);
    }

    private static @Nullable Set<String> lowerCase(@Nullable List<String> groups) {
        return groups == null
                ? null
                : groups.stream().map(group -> group.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }
}
