package org.laurel.completion.structure.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the structure of a course run that counts is behind what was changed where courses are written.
 *
 * @param publishedAt when the structure that counts was published, null when there is none
 * @param count how many blocks changed after it
 * @param newest those that changed last, the last one first
 */
public record Staleness(@Nullable Instant publishedAt, long count, List<StaleBlock> newest) {}
