package org.laurel.bridge.openedx.event;

import org.jspecify.annotations.Nullable;

/**
 * A block that was made as a copy of another.
 *
 * @param usageKey the new block
 * @param blockType such as {@code sequential}
 * @param version version of the block; older producers do not know the field
 * @param sourceUsageKey the block that was copied
 */
public record DuplicatedXBlockData(
        String usageKey, String blockType, @Nullable String version, String sourceUsageKey) {}
