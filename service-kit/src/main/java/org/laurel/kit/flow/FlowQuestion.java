package org.laurel.kit.flow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whose flow is wanted, and which part of it. Entries are in order of time and, within one, of their place.
 *
 * @param learnerId null when only facts about the course run itself are wanted
 * @param courseKey null for all course runs
 * @param after the entry after which the page begins; one of no place stands before all entries of its time
 * @param until the last moment
 * @param limit how many entries at most
 */
public record FlowQuestion(
        @Nullable String learnerId, @Nullable String courseKey, FlowPosition after, Instant until, int limit) {}
