package org.laurel.completion.structure.domain;

import java.time.Instant;
import org.laurel.events.key.CourseKey;

/**
 * A block that changed where courses are written.
 *
 * @param occurredAt when it changed
 */
public record StaleBlock(CourseKey courseKey, String blockKey, Instant occurredAt) {}
