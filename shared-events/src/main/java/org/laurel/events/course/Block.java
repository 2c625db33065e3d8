package org.laurel.events.course;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.events.internal.Require;

/**
 * One block of a course structure. A block may be the child of several parents.
 *
 * @param blockKey which block
 * @param type such as {@code chapter}, {@code sequential}, {@code vertical}, {@code problem}
 * @param displayName what learners read, or null
 * @param children keys of the blocks directly below, in order; at most 10,000, unmodifiable
 * @param completionMode one of {@link #COMPLETION_MODES}, or null for what the type usually has
 * @param optional true when the block does not count towards its parents; null means false
 * @param staffOnly true when only course staff see the block and all below it; null means false
 * @param groups slugs or ids of the cohorts and enrollment modes whose members see the block and all below it; null when
 *     everybody does
 * @param releaseAt from when learners see the block and all below it; null means at once
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Block(
        @JsonProperty("block_key") String blockKey,
        @JsonProperty("type") String type,
        @JsonProperty("display_name") @Nullable String displayName,
        @JsonProperty("children") List<String> children,
        @JsonProperty("completion_mode") @Nullable String completionMode,
        @JsonProperty("optional") @Nullable Boolean optional,
        @JsonProperty("staff_only") @Nullable Boolean staffOnly,
        @JsonProperty("groups") @Nullable List<String> groups,
        @JsonProperty("release_at") @Nullable Instant releaseAt) {

    /** The closed vocabulary of {@code completion_mode}. */
    public static final Set<String> COMPLETION_MODES = Set.of("completable", "aggregator", "excluded");

    private static final int MOST_CHILDREN = 10_000;
    private static final int MOST_GROUPS = 1_000;

    /** Checks the members; an {@link IllegalArgumentException} names the one that is outside the contract. */
    public Block {
        Require.usageKey("block_key", blockKey);
        Require.text("type", type, Require.SLUG_LENGTH);
        Require.optionalText("display_name", displayName, Require.NAME_LENGTH);
        children = Require.list("children", children, MOST_CHILDREN);
        children.forEach(child -> Require.usageKey("children", child));
        Require.optionalOneOf("completion_mode", completionMode, COMPLETION_MODES);
        if (groups != null) {
            groups = Require.list("groups", groups, MOST_GROUPS);
            groups.forEach(group -> Require.text("groups", group, Require.NAME_LENGTH));
        }
        Require.optionalTime("release_at", releaseAt);
    }
}
