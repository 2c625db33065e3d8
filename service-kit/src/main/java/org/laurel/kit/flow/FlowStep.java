package org.laurel.kit.flow;

import org.jspecify.annotations.Nullable;

/**
 * A decision of a service as its history has it.
 *
 * @param position its time and its place in the history
 * @param type which state changed, such as {@code enrollment}
 * @param summary what it became and by which rule; codes only, no names and no text that people wrote
 * @param courseKey the course run, null without one
 * @param causeId the event or request that led to it
 * @param version of the state
 */
public record FlowStep(
        FlowPosition position,
        String type,
        String summary,
        @Nullable String courseKey,
        String causeId,
        @Nullable Long version) {}
