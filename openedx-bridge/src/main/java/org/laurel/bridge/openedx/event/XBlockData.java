package org.laurel.bridge.openedx.event;

import org.jspecify.annotations.Nullable;

/**
 * A block of a course.
 *
 * @param usageKey canonical text of the usage key, which contains the course
 * @param blockType such as {@code sequential}
 * @param version version of the block; older producers do not know the field
 */
public record XBlockData(
        String usageKey, String blockType, @Nullable String version) {}
